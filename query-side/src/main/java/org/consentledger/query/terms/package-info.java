/** Which terms and editions are there, what do they say, and which edition was in force? */
@NullMarked
package org.consentledger.query.terms;

import org.jspecify.annotations.NullMarked;
