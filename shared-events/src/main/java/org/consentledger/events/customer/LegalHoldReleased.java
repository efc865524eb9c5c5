package org.consentledger.events.customer;

import org.consentledger.events.CustomerId;
import org.consentledger.events.PersonalData;
import org.consentledger.events.StoredAs;
import org.jspecify.annotations.Nullable;

/**
 * A legal hold was released. It does not say that anything may be erased: another hold may stand.
 *
 * @param holdId the event id of the {@link LegalHoldPlaced}
 * @param reason why
 */
@StoredAs(name = "customer.LegalHoldReleased", revision = 1)
public record LegalHoldReleased(
        CustomerId customerId,
        String holdId,
        @PersonalData @Nullable String reason) implements CustomerEvent {}
