package org.consentledger.query.replay;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import org.consentledger.answer.StandingAnswer;
import org.consentledger.answer.StandingAnswer.Due;
import org.consentledger.answer.StandingAnswer.Edition;
import org.consentledger.events.PurposeId;
import org.consentledger.ledger.reading.RecordedEvent;
import org.consentledger.standing.Standing;
import org.jspecify.annotations.Nullable;

/**
 * What one more event of the ledger changed in the answer for an instant.
 *
 * @param event its stored name
 * @param recordedAt ledger time, UTC
 * @param changed nothing where the answer stays as it was
 */
record Step(long position, String eventId, String event, Instant recordedAt, List<Change> changed) {

    /**
     * One part of the answer before and after the event.
     *
     * @param what {@code edition}, {@code binding}, {@code purpose:<id>} or {@code due}
     */
    record Change(
            String what, @Nullable Object before, @Nullable Object after) {}

    static Step of(RecordedEvent event, String name, Standing before, Standing after) {
        return new Step(event.position(), event.eventId(), name, event.recordedAt(), changes(before, after));
    }

    /** The parts in which two answers differ. */
    static List<Change> changes(Standing before, Standing after) {
        var changes = new ArrayList<Change>();
        add(changes, "edition", Edition.of(before.edition()), Edition.of(after.edition()));
        add(changes, "binding", StandingAnswer.Binding.of(before), StandingAnswer.Binding.of(after));
        var purposes = new TreeSet<String>();
        StandingAnswer.Purpose.of(before)
                .forEach(purpose -> purposes.add(purpose.purposeId().value()));
        StandingAnswer.Purpose.of(after)
                .forEach(purpose -> purposes.add(purpose.purposeId().value()));
        for (var purpose : purposes) {
            var id = new PurposeId(purpose);
            add(changes, "purpose:" + purpose, purpose(before, id), purpose(after, id));
        }
        add(changes, "due", due(before), due(after));
        return changes;
    }

    private static void add(List<Change> changes, String what, @Nullable Object before, @Nullable Object after) {
        if (!Objects.equals(before, after)) {
            changes.add(new Change(what, before, after));
        }
    }

    private static StandingAnswer.@Nullable Purpose purpose(Standing standing, PurposeId id) {
        return StandingAnswer.Purpose.of(standing).stream()
                .filter(purpose -> purpose.purposeId().equals(id))
                .findFirst()
                .orElse(null);
    }

    private static List<Due> due(Standing standing) {
        return standing.due().stream().map(Due::of).toList();
    }
}
