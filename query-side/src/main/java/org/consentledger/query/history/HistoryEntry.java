package org.consentledger.query.history;

import org.consentledger.events.AboutCustomer;
import org.consentledger.events.TermsId;
import org.consentledger.events.agreement.AgreementEvent;
import org.consentledger.events.agreement.RecordAnnulled;
import org.consentledger.events.customer.CustomerLeft;
import org.consentledger.events.customer.DepartureAnnulled;
import org.consentledger.events.thirdparty.PersonalDataProvided;
import org.consentledger.query.platform.Leaf;
import org.jspecify.annotations.Nullable;

/**
 * Where a fact about a customer stands in the ledger.
 *
 * @param termsId {@code null} for a fact about no terms or about all
 * @param annuls the record that this one annuls; {@code null} where it is no annulment
 */
record HistoryEntry(
        String customerId,
        @Nullable TermsId termsId,
        Leaf leaf,
        @Nullable String annuls) {

    static HistoryEntry of(AboutCustomer event, Leaf leaf) {
        return new HistoryEntry(event.customerId().value(), termsOf(event), leaf, annulledBy(event));
    }

    private static @Nullable TermsId termsOf(AboutCustomer event) {
        return switch (event) {
            case AgreementEvent agreement -> agreement.termsId();
            case CustomerLeft left -> left.termsId();
            case PersonalDataProvided provided -> provided.termsId();
            case DepartureAnnulled annulled -> annulled.termsId();
            default -> null;
        };
    }

    private static @Nullable String annulledBy(AboutCustomer event) {
        return switch (event) {
            case RecordAnnulled annulled -> annulled.recordId();
            case DepartureAnnulled annulled -> annulled.recordId();
            default -> null;
        };
    }
}
