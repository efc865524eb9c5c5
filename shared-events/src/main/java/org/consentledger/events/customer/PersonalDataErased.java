package org.consentledger.events.customer;

import org.consentledger.events.CustomerId;
import org.consentledger.events.StoredAs;

/**
 * A customer's personal data were erased (消去): in the same transaction the data keys were destroyed, and nothing more is
 * recorded of the customer. Facts, times, editions and proofs stay, under the opaque id.
 *
 * @param erasureId the event id of the {@link ErasureRequested} that was approved
 */
@StoredAs(name = "customer.PersonalDataErased", revision = 1)
public record PersonalDataErased(CustomerId customerId, String erasureId) implements CustomerEvent {}
