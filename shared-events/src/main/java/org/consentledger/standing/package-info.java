/** What the facts amount to: which edition and which consents applied to a customer, when, and why. */
@NullMarked
package org.consentledger.standing;

import org.jspecify.annotations.NullMarked;
