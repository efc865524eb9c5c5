package org.consentledger.events.agreement;

import org.consentledger.events.AboutCustomer;
import org.consentledger.events.TermsId;

/** A fact between one customer and one terms document. */
public sealed interface AgreementEvent extends AboutCustomer permits AgreementAct, RecordAnnulled {
    TermsId termsId();
}
