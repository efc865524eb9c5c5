/** Which legal holds (法的保全) keep this customer's data from being erased? They are placed and released here. */
@NullMarked
package org.consentledger.console.holds;

import org.jspecify.annotations.NullMarked;
