package org.consentledger.events.customer;

import org.consentledger.events.CustomerId;
import org.consentledger.events.PersonalData;
import org.consentledger.events.StoredAs;
import org.jspecify.annotations.Nullable;

/**
 * A legal hold (法的保全) was placed on a customer: nothing of this customer is erased while it stands. Several may stand at
 * once, each for a matter of its own. Its event id is the id of the hold.
 *
 * @param reason why
 * @param matter the dispute or proceeding, as the legal department names it
 */
@StoredAs(name = "customer.LegalHoldPlaced", revision = 1)
public record LegalHoldPlaced(
        CustomerId customerId,
        @PersonalData @Nullable String reason,
        @PersonalData @Nullable String matter) implements CustomerEvent {}
