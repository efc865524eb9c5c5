package org.consentledger.query.history;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.consentledger.answer.Because;
import org.consentledger.answer.StandingAnswer;
import org.consentledger.query.facts.FindFacts;
import org.consentledger.standing.Recorded;
import org.consentledger.standing.Standing;
import org.jspecify.annotations.Nullable;

/**
 * How the answer for one instant changed as the ledger learned more, also of the terms. Facts that changed nothing are left
 * out.
 *
 * @param at the instant asked about, UTC
 * @param answers in the order in which they would have been given
 */
record Explanation(Instant at, List<Answer> answers) {

    /**
     * What would have been answered from one event on.
     *
     * @param eventId of the event that changed the answer
     * @param position its leaf index
     * @param recordedAt when the ledger learned it, UTC
     */
    record Answer(
            String eventId,
            long position,
            Instant recordedAt,
            StandingAnswer.@Nullable Edition edition,
            StandingAnswer.Binding binding,
            List<StandingAnswer.Purpose> purposes,
            List<StandingAnswer.Due> due,
            List<Because.Told> because,
            List<Standing.Fact> restsOn) {

        private static Answer of(Recorded<?> learned, Standing standing, Because.InZone words) {
            return new Answer(
                    learned.eventId(),
                    learned.position(),
                    learned.recordedAt(),
                    StandingAnswer.Edition.of(standing.edition()),
                    StandingAnswer.Binding.of(standing),
                    StandingAnswer.Purpose.of(standing),
                    standing.due().stream().map(StandingAnswer.Due::of).toList(),
                    words.tell(standing.because()),
                    standing.restsOn());
        }
    }

    /** @param at the instant asked about, UTC */
    static Explanation of(FindFacts.Known known, Instant at, Because.InZone words) {
        var answers = new ArrayList<Answer>();
        var before = Standing.of(List.of(), List.of(), at);
        for (var learned : inOrder(known)) {
            long size = learned.position() + 1;
            var after = Standing.of(
                    Recorded.amongFirst(size, known.terms()), Recorded.amongFirst(size, known.customer()), at);
            if (!after.equals(before)) {
                answers.add(Answer.of(learned, after, words));
            }
            before = after;
        }
        return new Explanation(at, answers);
    }

    private static List<Recorded<?>> inOrder(FindFacts.Known known) {
        return Stream.<Recorded<?>>concat(known.terms().stream(), known.customer().stream())
                .sorted(Comparator.comparingLong(Recorded::position))
                .toList();
    }
}
