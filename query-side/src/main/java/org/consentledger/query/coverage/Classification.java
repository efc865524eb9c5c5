package org.consentledger.query.coverage;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.consentledger.events.EditionNumber;
import org.consentledger.query.coverage.CountedFact.Kind;
import org.consentledger.query.coverage.Representative.Point;

/**
 * Finds the class of a customer.
 *
 * <p>Which edition binds depends on instants only by what lies between the days on which editions take effect, and by their
 * order. So each fact moves back to the last such day, keeping its order. What an acceptance of an edition in effect
 * overrides, leaving included, is left out. What does not count yet keeps its instant.
 *
 * <p>A class stays right as time passes and editions are published, announced or withdrawn, but for two things, after which
 * classes are found anew: an edition published after it took effect may divide what was put together, and the withdrawal of
 * an edition that overrode something may bring that back.
 */
final class Classification {
    /** Before every fact and every edition. */
    private static final Instant BEGINNING = Instant.parse("0001-01-01T00:00:00Z");

    private final EditionsKnown editions;
    private final Instant now;

    /** @param now ledger time up to which everything is known, UTC; what counts from a later instant is pending */
    Classification(EditionsKnown editions, Instant now) {
        this.editions = editions;
        this.now = now;
    }

    private record Dated(CountedFact fact, Instant at) {
        Kind kind() {
            return fact.kind();
        }

        boolean isPending(Instant now) {
            return at.isAfter(now);
        }
    }

    private static final Comparator<Dated> IN_ORDER = Comparator.comparing(Dated::at)
            .thenComparing(Dated::kind)
            .thenComparingLong(dated -> dated.fact().position());

    /** @param facts of one customer, none of them annulled */
    Representative of(List<CountedFact> facts) {
        var dated = facts.stream()
                .map(fact -> new Dated(fact, fact.countsFrom(editions.zone())))
                .sorted(IN_ORDER)
                .toList();
        var moves = withoutWhatIsOverridden(
                dated.stream().filter(one -> one.kind() != Kind.REFUSED).toList());
        var points = new ArrayList<>(refusals(dated, moves));
        points.addAll(moved(moves));
        return new Representative(points);
    }

    /** An acceptance of an edition in effect binds whatever was before; later ones must not bind to an earlier edition. */
    private List<Dated> withoutWhatIsOverridden(List<Dated> moves) {
        for (int i = moves.size() - 1; i > 0; i--) {
            var last = moves.get(i);
            if (overrides(last)) {
                return isOverridden(moves.subList(0, i), last)
                                && isFollowedByNewerOnes(moves.subList(i + 1, moves.size()), last)
                        ? moves.subList(i, moves.size())
                        : moves;
            }
        }
        return moves;
    }

    private boolean overrides(Dated one) {
        var edition = one.fact().edition();
        return one.kind() == Kind.ACCEPTED
                && !one.isPending(now)
                && editions.hadTakenEffect(edition, one.at())
                && !editions.isWithdrawn(edition);
    }

    private boolean isOverridden(List<Dated> earlier, Dated by) {
        return earlier.stream()
                .filter(one -> one.kind() == Kind.ACCEPTED)
                .allMatch(one -> editions.hadTakenEffect(one.fact().edition(), by.at()) && !isNewer(one, by));
    }

    private static boolean isFollowedByNewerOnes(List<Dated> later, Dated than) {
        return later.stream().filter(one -> one.kind() == Kind.ACCEPTED).noneMatch(one -> isNewer(than, one));
    }

    private static boolean isNewer(Dated one, Dated other) {
        return edition(one).isAfter(edition(other));
    }

    private static EditionNumber edition(Dated one) {
        return Objects.requireNonNull(one.fact().edition());
    }

    /** Of refusals counts only that there is one; of those of editions not newer than any that may bind, not even that. */
    private List<Point> refusals(List<Dated> dated, List<Dated> moves) {
        var oldest = moves.stream()
                .filter(one -> one.kind() == Kind.ACCEPTED)
                .map(Classification::edition)
                .min(Comparator.naturalOrder());
        var alwaysBound = !moves.isEmpty() && overrides(moves.getFirst());
        Set<EditionNumber> told = new HashSet<>();
        return dated.stream()
                .filter(one -> one.kind() == Kind.REFUSED)
                .filter(one -> !alwaysBound || oldest.isEmpty() || edition(one).isAfter(oldest.get()))
                .filter(one -> one.isPending(now) || told.add(edition(one)))
                .map(one -> new Point(
                        Kind.REFUSED, edition(one), one.isPending(now) ? one.at() : BEGINNING, 0, one.isPending(now)))
                .sorted(Comparator.comparing(Point::at).thenComparing(point -> Objects.requireNonNull(point.edition())))
                .toList();
    }

    private List<Point> moved(List<Dated> moves) {
        var order = order(moves);
        Map<Instant, Integer> after = new HashMap<>();
        var points = new ArrayList<Point>();
        for (var one : moves) {
            points.add(new Point(
                    one.kind(),
                    one.fact().edition(),
                    one.isPending(now) ? one.at() : moved(one.at(), after),
                    order.indexOf(one.fact().position()),
                    one.isPending(now)));
        }
        return points;
    }

    /** To the day before, but not onto its first instant, at which acceptances that waited for the day count. */
    private Instant moved(Instant at, Map<Instant, Integer> after) {
        var day = editions.boundaryBefore(at, BEGINNING);
        return day.equals(at) ? day : day.plus(after.merge(day, 1, Integer::sum), ChronoUnit.MICROS);
    }

    /** At one instant the order of the ledger decides. */
    private static List<Long> order(List<Dated> moves) {
        return moves.stream().map(one -> one.fact().position()).sorted().toList();
    }
}
