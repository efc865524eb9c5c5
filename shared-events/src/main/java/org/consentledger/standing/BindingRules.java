package org.consentledger.standing;

import static java.util.Comparator.comparing;
import static java.util.Comparator.comparingInt;
import static java.util.Comparator.comparingLong;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.consentledger.events.EditionNumber;
import org.consentledger.standing.Binding.ByAcceptance;
import org.consentledger.standing.Binding.ByNotice;
import org.consentledger.standing.Binding.Ended;
import org.consentledger.standing.CustomerRecords.Leaving;
import org.consentledger.standing.CustomerRecords.OfEdition;
import org.consentledger.standing.TermsFact.Published;
import org.jspecify.annotations.Nullable;

/** By which edition a customer is bound, from when on. */
final class BindingRules {
    /** What may bind or end: at one instant notices come first, by number, then acceptances, then leaving. */
    private sealed interface Step {
        Instant at();

        int rank();

        long order();

        record TakesEffect(Recorded<Published> edition) implements Step {
            @Override
            public Instant at() {
                return edition.fact().effectiveFrom();
            }

            @Override
            public int rank() {
                return 0;
            }

            @Override
            public long order() {
                return edition.fact().edition().value();
            }
        }

        record Accepts(Recorded<Published> edition, OfEdition record) implements Step {
            /** An acceptance waits for the edition to take effect. */
            @Override
            public Instant at() {
                var effectiveFrom = edition.fact().effectiveFrom();
                return record.expressedAt().isAfter(effectiveFrom) ? record.expressedAt() : effectiveFrom;
            }

            @Override
            public int rank() {
                return 1;
            }

            @Override
            public long order() {
                return record.position();
            }
        }

        record Leaves(Leaving leaving) implements Step {
            @Override
            public Instant at() {
                return leaving.expressedAt();
            }

            @Override
            public int rank() {
                return 2;
            }

            @Override
            public long order() {
                return leaving.position();
            }
        }
    }

    private static final Comparator<Step> IN_ORDER =
            comparing(Step::at).thenComparing(comparingInt(Step::rank)).thenComparing(comparingLong(Step::order));

    private BindingRules() {}

    /** All bindings of a customer, oldest first. */
    static List<Binding> bindings(Editions editions, CustomerRecords customer) {
        var bindings = new ArrayList<Binding>();
        for (var step : steps(editions, customer)) {
            var current = bindings.isEmpty() ? null : bindings.getLast();
            switch (step) {
                case Step.TakesEffect notice ->
                    passedByNotice(editions, current, notice.edition().fact())
                            .ifPresent(passed -> bindings.add(new ByNotice(notice.edition(), passed)));
                case Step.Accepts accepts ->
                    bindings.add(new ByAcceptance(accepts.edition(), accepts.at(), accepts.record()));
                case Step.Leaves leaves -> {
                    if (current != null && !(current instanceof Ended)) {
                        bindings.add(new Ended(current, leaves.leaving()));
                    }
                }
            }
        }
        return bindings;
    }

    /**
     * A customer stays with the last edition where the change needs acceptance: a notice carries one on only over
     * editions that are all effective by notice, so that a change that needed acceptance cannot be smuggled in by a
     * later notice.
     */
    private static Optional<List<Recorded<Published>>> passedByNotice(
            Editions editions, @Nullable Binding current, Published next) {
        if (current == null || current instanceof Ended) {
            return Optional.empty();
        }
        EditionNumber bound = current.edition().fact().edition();
        var passed = List.copyOf(editions.after(bound, next.edition()));
        return !passed.isEmpty() && passed.stream().allMatch(edition -> editions.isEffectiveByNotice(edition.fact()))
                ? Optional.of(passed)
                : Optional.empty();
    }

    private static List<Step> steps(Editions editions, CustomerRecords customer) {
        var steps = new ArrayList<Step>();
        editions.all().forEach(edition -> steps.add(new Step.TakesEffect(edition)));
        customer.leavings().forEach(leaving -> steps.add(new Step.Leaves(leaving)));
        for (var acceptance : customer.acceptances()) {
            editions.find(acceptance.edition())
                    .map(edition -> new Step.Accepts(edition, acceptance))
                    .filter(accepts -> !endedWhileWaiting(accepts, customer.leavings()))
                    .ifPresent(steps::add);
        }
        steps.sort(IN_ORDER);
        return steps;
    }

    /** Leaving also ends an acceptance that still waits for its edition to take effect. */
    private static boolean endedWhileWaiting(Step.Accepts accepts, List<Leaving> leavings) {
        return leavings.stream()
                .anyMatch(leaving -> !accepts.record().expressedAt().isAfter(leaving.expressedAt())
                        && leaving.expressedAt().isBefore(accepts.at()));
    }
}
