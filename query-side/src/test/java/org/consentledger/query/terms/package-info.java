/** Questions about terms and editions. */
@NullMarked
package org.consentledger.query.terms;

import org.jspecify.annotations.NullMarked;
