/** An issuer of tokens that tests run themselves: real keys, real signatures, real HTTP. */
@NullMarked
package org.consentledger.access.testing;

import org.jspecify.annotations.NullMarked;
