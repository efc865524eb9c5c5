package org.consentledger.events.agreement;

import org.consentledger.events.CustomerId;
import org.consentledger.events.TermsId;

/** A fact between one customer and one terms document. */
public sealed interface AgreementEvent permits AgreementAct, RecordAnnulled {
    CustomerId customerId();

    TermsId termsId();
}
