package org.consentledger.verifier;

import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.consentledger.dossier.RelevantEvent;
import org.consentledger.dossier.Sources;
import org.consentledger.ledger.audit.EventBytes;
import org.consentledger.ledger.audit.ProvenEvent;

/** The sources of a dossier with one of them changed. */
final class TamperedSources {
    private TamperedSources() {}

    static Sources relevant(Sources sources, List<RelevantEvent> relevant) {
        return new Sources(
                sources.question(),
                sources.checkpoint(),
                sources.keys(),
                relevant,
                sources.others(),
                sources.handedKeys(),
                sources.stamp());
    }

    /** The event at that position is another one; statement and proof stay. */
    static Sources event(Sources sources, EventBytes changed) {
        return at(
                sources,
                changed.position(),
                before -> new RelevantEvent(
                        new ProvenEvent(
                                changed,
                                before.proven().statement(),
                                before.proven().proof()),
                        before.opened()));
    }

    /** What is shown in the clear of the event at that position is something else. */
    static Sources opened(Sources sources, long position, UnaryOperator<String> change) {
        return at(
                sources,
                position,
                before -> new RelevantEvent(before.proven(), change.apply(Objects.requireNonNull(before.opened()))));
    }

    private static Sources at(Sources sources, long position, UnaryOperator<RelevantEvent> change) {
        return relevant(
                sources,
                sources.relevant().stream()
                        .map(event -> event.proven().event().position() == position ? change.apply(event) : event)
                        .toList());
    }
}
