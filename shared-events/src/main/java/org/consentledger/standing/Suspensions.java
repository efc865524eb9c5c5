package org.consentledger.standing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.consentledger.standing.CustomerFact.Suspended;
import org.consentledger.standing.CustomerFact.SuspensionLifted;
import org.consentledger.standing.Standing.Fact;
import org.jspecify.annotations.Nullable;

/** The suspensions of use (利用の停止) of a customer's data, each from one instant until another. */
record Suspensions(List<Suspension> all) {
    /** @param lifted {@code null} where no lifting is known */
    record Suspension(
            Recorded<CustomerFact> recorded,
            Instant from,
            @Nullable Lifting lifted) {

        /** From its first instant on, and not at that of its lifting. */
        boolean holdsAt(Instant at) {
            return !from.isAfter(at) && !isLiftedAt(at);
        }

        private boolean isLiftedAt(Instant at) {
            return lifted != null && !lifted.from().isAfter(at);
        }

        private Stream<Fact> fact(Instant at) {
            if (from.isAfter(at)) {
                return Stream.of();
            }
            return Stream.of(Fact.of(lifted != null && isLiftedAt(at) ? lifted.recorded() : recorded));
        }
    }

    record Lifting(Recorded<CustomerFact> recorded, Instant from) {}

    static Suspensions of(List<Recorded<CustomerFact>> facts) {
        Map<String, Lifting> liftings = new HashMap<>();
        for (var recorded : facts) {
            if (recorded.fact() instanceof SuspensionLifted lifted) {
                liftings.merge(
                        lifted.requestId(),
                        new Lifting(recorded, lifted.from()),
                        (one, other) -> other.from().isBefore(one.from()) ? other : one);
            }
        }
        var all = new ArrayList<Suspension>();
        for (var recorded : facts) {
            if (recorded.fact() instanceof Suspended suspended) {
                all.add(new Suspension(recorded, suspended.from(), liftings.get(suspended.requestId())));
            }
        }
        return new Suspensions(List.copyOf(all));
    }

    /** Why the data may not be used then; empty where nothing is suspended. */
    List<Reason> reasons(Instant at) {
        return all.stream()
                .filter(suspension -> suspension.holdsAt(at))
                .<Reason>map(suspension -> new Reason.UseSuspended(
                        suspension.from(), suspension.recorded().eventId()))
                .toList();
    }

    /** What an answer about that instant rests on: the suspensions that hold, and the liftings of those that do not. */
    Stream<Fact> facts(Instant at) {
        return all.stream().flatMap(suspension -> suspension.fact(at));
    }

    Stream<Instant> turningPoints() {
        return all.stream()
                .flatMap(suspension -> Stream.concat(
                        Stream.of(suspension.from()),
                        Stream.ofNullable(suspension.lifted()).map(Lifting::from)));
    }
}
