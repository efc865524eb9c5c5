package org.consentledger.query.dossier;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.consentledger.dossier.OpenedForm;
import org.consentledger.dossier.OtherEvent;
import org.consentledger.dossier.Question;
import org.consentledger.dossier.RelevantEvent;
import org.consentledger.dossier.Sources;
import org.consentledger.dossier.Stamp;
import org.consentledger.dossier.StatedEvents;
import org.consentledger.events.AggregateIds;
import org.consentledger.events.EventMapper;
import org.consentledger.ledger.audit.ProvenEvent;
import org.consentledger.ledger.note.Checkpoint;
import org.consentledger.ledger.reading.LedgerProofs;
import org.consentledger.ledger.reading.LedgerReader;
import org.consentledger.ledger.reading.Timestamps;
import org.consentledger.query.platform.Code;
import org.consentledger.query.platform.QuestionRejected;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Gathers what a dossier is made of from the ledger itself; nothing rests on a projection. */
@Component
class DossierSources {
    private static final JsonMapper EVENTS = EventMapper.create();
    /** So many events are opened at once. */
    private static final int PAGE = 500;

    private final LedgerProofs proofs;
    private final LedgerReader reader;
    private final Timestamps timestamps;
    private final HandOver handOver;

    DossierSources(LedgerProofs proofs, LedgerReader reader, Timestamps timestamps, HandOver handOver) {
        this.proofs = proofs;
        this.reader = reader;
        this.timestamps = timestamps;
        this.handOver = handOver;
    }

    /**
     * What there is for a question.
     *
     * @param withKeys whether the customer's data keys are handed over
     * @throws QuestionRejected {@code TERMS_UNKNOWN}, {@code NOT_YET_SIGNED} where no checkpoint covers it all yet, or
     *     {@code CUSTOMER_ERASED} where a key is to be handed over that is destroyed
     */
    Sources of(Question question, boolean withKeys) {
        var aggregates = new LinkedHashSet<>(AggregateIds.ofStanding(question.termsId(), question.customerId()));
        var proven = proven(aggregates, question);
        var terms = AggregateIds.terms(question.termsId());
        if (proven.events().stream()
                .noneMatch(event -> event.event().aggregateId().equals(terms))) {
            throw new QuestionRejected(Code.TERMS_UNKNOWN, question.termsId());
        }
        if (withKeys && aggregates.addAll(handOver.streams(stating(proven)))) {
            proven = proven(aggregates, question);
        }
        var stating = stating(proven);
        var commitments =
                proven.events().stream().filter(HandOver::isCommitment).toList();
        var clear = opened(stating);
        return new Sources(
                question,
                proven.checkpoint(),
                proven.keys(),
                stating.stream()
                        .map(event ->
                                new RelevantEvent(event, clear.get(event.event().position())))
                        .toList(),
                others(proven),
                handOver.keys(commitments),
                stamp(proven).orElse(null));
    }

    private LedgerProofs.Proven proven(Collection<String> aggregates, Question question) {
        return proofs.ofAggregates(aggregates, question.ledgerSize())
                .orElseThrow(() -> new QuestionRejected(Code.NOT_YET_SIGNED));
    }

    private static List<ProvenEvent> stating(LedgerProofs.Proven proven) {
        return proven.events().stream()
                .filter(event -> StatedEvents.mayState(event.event().payloadType()))
                .toList();
    }

    private static List<OtherEvent> others(LedgerProofs.Proven proven) {
        return proven.events().stream()
                .filter(event -> !StatedEvents.mayState(event.event().payloadType()) && !HandOver.isCommitment(event))
                .map(event -> new OtherEvent(
                        event.event().position(), event.event().eventId(), event.statement(), event.proof()))
                .toList();
    }

    private Map<Long, String> opened(List<ProvenEvent> events) {
        var sealed = events.stream()
                .map(ProvenEvent::event)
                .filter(event -> OpenedForm.isSealed(event.payload()))
                .map(event -> event.position())
                .toList();
        var opened = new HashMap<Long, String>();
        for (int i = 0; i < sealed.size(); i += PAGE) {
            reader.opened(sealed.subList(i, Math.min(i + PAGE, sealed.size())))
                    .forEach(event -> opened.put(event.position(), EVENTS.writeValueAsString(event.payload())));
        }
        return opened;
    }

    /** The newest time stamp, where its tree holds all these events and the checkpoint continues it. */
    private Optional<Stamp> stamp(LedgerProofs.Proven proven) {
        long last = proven.events().getLast().event().position();
        long size = Checkpoint.parse(proven.checkpoint().text()).size();
        return timestamps
                .newest()
                .filter(stamp -> stamp.checkpointSize() > last && stamp.checkpointSize() <= size)
                .flatMap(stamp -> timestamps
                        .kept(stamp.number())
                        .map(kept -> new Stamp(kept, proofs.consistency(stamp.checkpointSize(), size))));
    }
}
