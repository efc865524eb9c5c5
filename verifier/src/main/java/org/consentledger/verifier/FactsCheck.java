package org.consentledger.verifier;

import java.util.List;
import java.util.TreeMap;
import org.consentledger.dossier.OpenedForm;
import org.consentledger.dossier.OtherEvent;
import org.consentledger.dossier.RelevantEvent;
import org.consentledger.dossier.Sources;
import org.consentledger.dossier.StatedEvents;
import org.consentledger.events.AggregateIds;
import org.consentledger.ledger.audit.Damage;
import org.consentledger.ledger.audit.EventBytes;
import org.consentledger.ledger.audit.Finding;
import org.consentledger.ledger.audit.Findings;
import org.consentledger.ledger.audit.ProofAudit;
import org.consentledger.ledger.note.Checkpoint;

/** Checks that the events of a dossier are the ledger's, all those that were asked about, and known then. */
final class FactsCheck {
    private final Sources sources;
    private final Findings findings;
    private final List<String> aggregates;

    FactsCheck(Sources sources, Findings findings) {
        this.sources = sources;
        this.findings = findings;
        var question = sources.question();
        this.aggregates = AggregateIds.ofStanding(question.termsId(), question.customerId());
    }

    void check(Checkpoint checkpoint) {
        var audit = new ProofAudit(checkpoint, findings);
        var inOrder = new TreeMap<Long, Runnable>();
        for (var relevant : sources.relevant()) {
            inOrder.put(relevant.proven().event().position(), () -> check(audit, relevant));
        }
        for (var other : sources.others()) {
            inOrder.put(other.position(), () -> check(audit, other));
        }
        for (var key : sources.handedKeys()) {
            inOrder.put(key.committed().event().position(), () -> audit.check(key.committed()));
        }
        int all = sources.relevant().size()
                + sources.others().size()
                + sources.handedKeys().size();
        if (inOrder.size() != all) {
            findings.add(Damage.DOSSIER_CHANGED, Finding.NOWHERE, "two files are about one position");
        }
        inOrder.values().forEach(Runnable::run);
    }

    private void check(ProofAudit audit, RelevantEvent relevant) {
        var event = relevant.proven().event();
        audit.check(relevant.proven());
        expectAskedAbout(event.position(), event.aggregateId());
        expectKnown(event);
        if (relevant.opened() != null && !OpenedForm.fits(event.payload(), relevant.opened())) {
            findings.add(
                    Damage.PAYLOAD_CHANGED,
                    event.position(),
                    "what is shown as its opened payload says something else than what is stored");
        }
    }

    private void check(ProofAudit audit, OtherEvent other) {
        var statement = audit.check(other.position(), other.eventId(), other.statement(), other.proof());
        if (statement == null) {
            return;
        }
        expectAskedAbout(other.position(), statement.aggregateId());
        if (StatedEvents.mayState(statement.payloadType())) {
            findings.add(
                    Damage.EVENT_MISSING,
                    other.position(),
                    "a " + statement.payloadType() + " was recorded here, and what it says is not there");
        }
    }

    private void expectAskedAbout(long position, String aggregateId) {
        if (!aggregates.contains(aggregateId)) {
            findings.add(Damage.OTHER_EVENT, position, "it is about " + aggregateId + ", which was not asked about");
        }
    }

    private void expectKnown(EventBytes event) {
        var question = sources.question();
        if (event.position() >= question.ledgerSize()
                || question.knownTime().filter(event.recordedAt()::isAfter).isPresent()) {
            findings.add(Damage.DOSSIER_CHANGED, event.position(), "it was not known yet at " + question.knownAt());
        }
    }
}
