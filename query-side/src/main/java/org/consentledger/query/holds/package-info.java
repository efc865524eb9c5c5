/** Which legal holds (法的保全) were placed on this customer, and which stand, as known at that time? */
@NullMarked
package org.consentledger.query.holds;

import org.jspecify.annotations.NullMarked;
