package org.consentledger.query.about;

import org.consentledger.events.AboutCustomer;
import org.consentledger.events.EventTypes;
import org.consentledger.events.TermsId;
import org.consentledger.events.agreement.AgreementEvent;
import org.consentledger.events.agreement.RecordAnnulled;
import org.consentledger.events.customer.CustomerLeft;
import org.consentledger.events.customer.DepartureAnnulled;
import org.consentledger.events.request.RequestEvent;
import org.consentledger.events.thirdparty.PersonalDataProvided;
import org.consentledger.query.platform.Leaf;
import org.jspecify.annotations.Nullable;

/**
 * Where an event about a customer stands.
 *
 * @param context of the event's stored name, such as {@code request}
 * @param termsId {@link #NO_TERMS} for an event about no terms or about all
 * @param requestId of the request that it is about; {@code null} where it is about none
 * @param annuls the record that this one annuls; {@code null} where it is no annulment
 */
record AboutRow(
        String customerId,
        Leaf leaf,
        String context,
        String termsId,
        @Nullable String requestId,
        @Nullable String annuls) {
    /** No terms id is empty. */
    static final String NO_TERMS = "";

    static AboutRow of(AboutCustomer event, Leaf leaf) {
        var name = EventTypes.of(event.getClass()).name();
        var terms = termsOf(event);
        return new AboutRow(
                event.customerId().value(),
                leaf,
                name.substring(0, name.indexOf('.')),
                terms == null ? NO_TERMS : terms.value(),
                event instanceof RequestEvent request ? request.requestId() : null,
                annulledBy(event));
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
