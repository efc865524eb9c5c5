package org.consentledger.query.thirdparty;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.consentledger.answer.Because;
import org.consentledger.events.CustomerId;
import org.consentledger.events.TermsId;
import org.consentledger.events.thirdparty.PersonalDataProvided;
import org.consentledger.ledger.reading.RecordedEvent;
import org.consentledger.query.about.FindAbout;
import org.consentledger.query.facts.FindFacts;
import org.consentledger.query.facts.FindFacts.Known;
import org.consentledger.query.platform.Page;
import org.consentledger.requests.LegalPeriods;
import org.consentledger.standing.Permission;
import org.consentledger.standing.Recorded;
import org.springframework.stereotype.Component;

/** Finds provisions to third parties, and says of each by the facts that were known then why it was permitted or not. */
@Component
class FindProvisions {
    private static final String CONTEXT = "thirdparty";

    private final FindAbout findAbout;
    private final FindFacts findFacts;

    FindProvisions(FindAbout findAbout, FindFacts findFacts) {
        this.findAbout = findAbout;
        this.findFacts = findFacts;
    }

    /** The provisions of a customer's data among the first {@code size} leaves after a leaf; one more than asked for. */
    List<ProvisionItem> find(CustomerId customerId, Page.Asked asked, long after, long size, Because words) {
        Map<TermsId, Known> facts = new HashMap<>();
        return findAbout.ofContext(customerId, CONTEXT, after, size, asked.limit() + 1).stream()
                .map(event -> item(
                        event,
                        facts.computeIfAbsent(
                                provided(event).termsId(), termsId -> findFacts.amongFirst(size, termsId, customerId)),
                        words))
                .toList();
    }

    private ProvisionItem item(RecordedEvent event, Known facts, Because words) {
        var provided = provided(event);
        var permission = Permission.of(
                Recorded.amongFirst(event.position(), facts.terms()),
                Recorded.amongFirst(event.position(), facts.customer()),
                provided.purposeId(),
                provided.providedAt());
        return new ProvisionItem(
                event.eventId(),
                event.position(),
                event.recordedAt(),
                event.metaData().get("recordedBy"),
                provided.termsId(),
                provided.purposeId(),
                provided.recipient(),
                provided.dataItems(),
                provided.providedAt(),
                provided.permitted(),
                provided.consent(),
                words.in(findFacts.zone(facts, provided.termsId())).tell(permission.becauseOfProvision()),
                LegalPeriods.provisionKeptThrough(event.recordedAt()));
    }

    private static PersonalDataProvided provided(RecordedEvent event) {
        return (PersonalDataProvided) event.payload();
    }
}
