package org.consentledger.query.replay;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.consentledger.events.AggregateIds;
import org.consentledger.events.CustomerId;
import org.consentledger.events.EventTypes;
import org.consentledger.events.TermsId;
import org.consentledger.events.terms.TermsRegistered;
import org.consentledger.ledger.audit.Finding;
import org.consentledger.ledger.audit.Findings;
import org.consentledger.ledger.audit.ProofAudit;
import org.consentledger.ledger.audit.ProvenEvent;
import org.consentledger.ledger.note.Checkpoint;
import org.consentledger.ledger.note.VerifierKey;
import org.consentledger.ledger.reading.LedgerProofs;
import org.consentledger.ledger.reading.LedgerReader;
import org.consentledger.ledger.reading.RecordedEvent;
import org.consentledger.query.platform.Code;
import org.consentledger.query.platform.QuestionRejected;
import org.consentledger.standing.Recorded;
import org.consentledger.standing.Standing;
import org.consentledger.standing.StatedFacts;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** Folds the events of one customer and one terms document, checking each on the way; nothing rests on a projection. */
@Component
class FoldedLedger {
    private final LedgerProofs proofs;
    private final LedgerReader reader;
    private final List<VerifierKey> trusted;

    @Autowired
    FoldedLedger(LedgerProofs proofs, LedgerReader reader) {
        this(proofs, reader, List.of());
    }

    /** @param trusted the keys that may have signed; where empty, those that the ledger itself names */
    FoldedLedger(LedgerProofs proofs, LedgerReader reader, Collection<VerifierKey> trusted) {
        this.proofs = proofs;
        this.reader = reader;
        this.trusted = List.copyOf(trusted);
    }

    /** Facts, in ledger order, with what the check of their events found. */
    record Folded(StatedFacts facts, List<RecordedEvent> events, Checkpoint checkpoint, List<Finding> findings) {

        Standing standing(Instant at) {
            return Standing.of(facts.terms(), facts.customer(), at);
        }

        /** What each event changed that states a fact. */
        List<Step> steps(Instant at) {
            var steps = new ArrayList<Step>();
            var before = Standing.of(List.of(), List.of(), at);
            for (var event : events) {
                if (!states(event)) {
                    continue;
                }
                var known = facts.amongFirst(event.position() + 1);
                var after = Standing.of(known.terms(), known.customer(), at);
                steps.add(
                        Step.of(event, EventTypes.of(event.payload().getClass()).name(), before, after));
                before = after;
            }
            return steps;
        }

        private boolean states(RecordedEvent event) {
            return Stream.<Recorded<?>>concat(facts.terms().stream(), facts.customer().stream())
                    .anyMatch(fact -> fact.position() == event.position());
        }
    }

    /**
     * The zone of the terms' days, also where the terms were registered later than what is folded.
     *
     * @throws QuestionRejected {@code TERMS_UNKNOWN} where the ledger has no such terms
     */
    ZoneId zone(TermsId terms) {
        return reader.ofAggregate(AggregateIds.terms(terms), 0)
                .map(RecordedEvent::payload)
                .filter(TermsRegistered.class::isInstance)
                .map(registered -> ((TermsRegistered) registered).timeZone())
                .findFirst()
                .orElseThrow(() -> new QuestionRejected(Code.TERMS_UNKNOWN, terms));
    }

    /**
     * Folds what was known when the ledger held its first {@code size} leaves.
     *
     * @throws QuestionRejected {@code NOT_YET_SIGNED} where no checkpoint covers it all yet
     * @throws org.consentledger.ledger.note.NoteRejected where the checkpoint is not signed by a known key
     */
    Folded fold(TermsId terms, CustomerId customer, long size) {
        var proven = proofs.ofAggregates(AggregateIds.ofStanding(terms, customer), size)
                .orElseThrow(() -> new QuestionRejected(Code.NOT_YET_SIGNED));
        var checkpoint = Checkpoint.open(proven.checkpoint(), trusted.isEmpty() ? proven.keys() : trusted);
        var findings = new Findings();
        var audit = new ProofAudit(checkpoint, findings);
        proven.events().forEach(audit::check);
        var events =
                reader.read(proven.events().stream().map(ProvenEvent::event).toList());
        var facts = StatedFacts.of(
                terms,
                customer,
                events.stream()
                        .map(event ->
                                new Recorded<>(event.eventId(), event.position(), event.recordedAt(), event.payload()))
                        .toList());
        return new Folded(facts, events, checkpoint, findings.kept());
    }
}
