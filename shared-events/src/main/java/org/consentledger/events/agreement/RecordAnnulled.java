package org.consentledger.events.agreement;

import org.consentledger.events.CustomerId;
import org.consentledger.events.PersonalData;
import org.consentledger.events.StoredAs;
import org.consentledger.events.TermsId;
import org.jspecify.annotations.Nullable;

/**
 * An earlier record of this agreement was entered by mistake and never counts, from now on. It stays in the ledger, and
 * answers as known before stay as they were. No act of the customer: one who acts otherwise makes a record of his own.
 *
 * @param recordId of the record, which is the id of its event
 * @param reason why it is known to be a mistake
 */
@StoredAs(name = "agreement.RecordAnnulled", revision = 1)
public record RecordAnnulled(
        CustomerId customerId,
        TermsId termsId,
        String recordId,
        @PersonalData @Nullable String reason) implements AgreementEvent {}
