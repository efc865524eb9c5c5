/** Which edition and which consents applied to this customer at that time, as known at that time? */
@NullMarked
package org.consentledger.query.standing;

import org.jspecify.annotations.NullMarked;
