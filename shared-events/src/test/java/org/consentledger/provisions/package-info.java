/** Tests of the structure of texts. */
@NullMarked
package org.consentledger.provisions;

import org.jspecify.annotations.NullMarked;
