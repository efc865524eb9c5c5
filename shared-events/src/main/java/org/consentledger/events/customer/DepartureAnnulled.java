package org.consentledger.events.customer;

import org.consentledger.events.CustomerId;
import org.consentledger.events.PersonalData;
import org.consentledger.events.StoredAs;
import org.consentledger.events.TermsId;
import org.jspecify.annotations.Nullable;

/**
 * A departure was entered by mistake and never counts, from now on. It stays in the ledger, and answers as known before
 * stay as they were. A customer who left and comes back accepts an edition instead.
 *
 * @param termsId that of the departure; {@code null} where it was from all terms
 * @param recordId of the departure, which is the id of its event
 * @param reason why it is known to be a mistake
 */
@StoredAs(name = "customer.DepartureAnnulled", revision = 1)
public record DepartureAnnulled(
        CustomerId customerId,
        @Nullable TermsId termsId,
        String recordId,
        @PersonalData @Nullable String reason) implements CustomerEvent {}
