@NullMarked
package org.consentledger.query.disclosure;

import org.jspecify.annotations.NullMarked;
