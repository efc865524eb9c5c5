package org.consentledger.events.customer;

import org.consentledger.events.CustomerId;
import org.consentledger.events.PersonalData;
import org.consentledger.events.StoredAs;
import org.jspecify.annotations.Nullable;

/**
 * The erasure (消去) of a customer's personal data was asked for; somebody else is to approve it. Nothing is erased by it.
 * Its event id is the id of the erasure.
 *
 * @param reason why
 */
@StoredAs(name = "customer.ErasureRequested", revision = 1)
public record ErasureRequested(
        CustomerId customerId, @PersonalData @Nullable String reason) implements CustomerEvent {}
