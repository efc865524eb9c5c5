package org.consentledger.query.facts;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.consentledger.events.AboutCustomer;
import org.consentledger.events.EditionNumber;
import org.consentledger.events.EventMapper;
import org.consentledger.events.EventTypes;
import org.consentledger.events.PurposeId;
import org.consentledger.events.TermsId;
import org.consentledger.events.agreement.AgreementEvent;
import org.consentledger.events.agreement.ConsentGiven;
import org.consentledger.events.agreement.ConsentRefused;
import org.consentledger.events.agreement.ConsentWithdrawn;
import org.consentledger.events.agreement.EditionAccepted;
import org.consentledger.events.agreement.EditionRefused;
import org.consentledger.events.agreement.RecordAnnulled;
import org.consentledger.events.customer.CustomerLeft;
import org.consentledger.events.customer.DepartureAnnulled;
import org.consentledger.standing.CustomerFact.Outcome;
import org.consentledger.standing.Standing.Basis;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What an event says about a customer, apart from who acted and when. A part that does not apply is {@code null}. */
record SaidOfCustomer(
        @Nullable TermsId termsId,
        @Nullable EditionNumber edition,
        @Nullable PurposeId purposeId,
        @Nullable Outcome decision,
        Map<String, String> decisions,
        @Nullable Basis basis,
        @Nullable String annuls,
        @Nullable JsonNode details) {

    private static final JsonMapper JSON = EventMapper.create();

    /** The event's stored name without its context: {@code agreement.EditionAccepted} is {@code EDITION_ACCEPTED}. */
    static String kind(AboutCustomer event) {
        var name = EventTypes.of(event.getClass()).name();
        return name.substring(name.indexOf('.') + 1)
                .replaceAll("(?<=[a-z])(?=[A-Z])", "_")
                .toUpperCase(Locale.ROOT);
    }

    static SaidOfCustomer of(AboutCustomer event) {
        return switch (event) {
            case AgreementEvent agreement -> ofAgreement(agreement);
            case CustomerLeft left -> ofTerms(left.termsId(), null);
            case DepartureAnnulled annulled -> ofTerms(annulled.termsId(), annulled.recordId());
            default -> new SaidOfCustomer(null, null, null, null, Map.of(), null, null, details(event));
        };
    }

    private static SaidOfCustomer ofAgreement(AgreementEvent agreement) {
        return switch (agreement) {
            case EditionAccepted accepted ->
                new SaidOfCustomer(
                        accepted.termsId(),
                        accepted.edition(),
                        null,
                        null,
                        decisions(accepted),
                        Basis.ACCEPTED,
                        null,
                        null);
            case EditionRefused refused ->
                new SaidOfCustomer(refused.termsId(), refused.edition(), null, null, Map.of(), null, null, null);
            case ConsentGiven given -> ofPurpose(given.termsId(), given.purposeId(), Outcome.GIVEN);
            case ConsentRefused refused -> ofPurpose(refused.termsId(), refused.purposeId(), Outcome.REFUSED);
            case ConsentWithdrawn withdrawn -> ofPurpose(withdrawn.termsId(), withdrawn.purposeId(), Outcome.WITHDRAWN);
            case RecordAnnulled annulled -> ofTerms(annulled.termsId(), annulled.recordId());
        };
    }

    private static SaidOfCustomer ofPurpose(TermsId termsId, PurposeId purposeId, Outcome decision) {
        return new SaidOfCustomer(termsId, null, purposeId, decision, Map.of(), Basis.DECISION, null, null);
    }

    private static SaidOfCustomer ofTerms(@Nullable TermsId termsId, @Nullable String annuls) {
        return new SaidOfCustomer(termsId, null, null, null, Map.of(), null, annuls, null);
    }

    private static Map<String, String> decisions(EditionAccepted accepted) {
        var decisions = new TreeMap<String, String>();
        accepted.decisions()
                .forEach(one ->
                        decisions.put(one.purposeId().value(), one.decision().name()));
        return decisions;
    }

    private static JsonNode details(AboutCustomer event) {
        ObjectNode said = JSON.valueToTree(event);
        said.remove("customerId");
        return said;
    }
}
