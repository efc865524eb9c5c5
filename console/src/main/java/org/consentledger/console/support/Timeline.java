package org.consentledger.console.support;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Year;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A picture of what is on record over both clocks: editions from the day on which they took effect, and each fact twice, when
 * the customer acted and when the ledger learned it. Lengths are of a picture that is a thousand wide.
 */
record Timeline(List<Bar> editions, List<Fact> facts, List<Tick> years) {
    private static final double LEFT = 120;
    private static final double RIGHT = 980;
    private static final int MOST_TICKS = 8;

    record Bar(String label, double from, double width) {}

    /** @param expressed {@code null} where only the ledger's time is known */
    record Fact(@Nullable Double expressed, double recorded, boolean annulled) {}

    record Tick(int year, double at) {}

    /** An edition in effect from the first instant of that day. */
    record Edition(String label, LocalDate effectiveOn) {}

    /** Empty where there is nothing to be seen. */
    static Optional<Timeline> of(List<Edition> editions, List<History.Fact> facts, ZoneId zone, Instant now) {
        var begun = editions.stream()
                .filter(edition -> !starts(edition, zone).isAfter(now))
                .toList();
        var first = Stream.concat(
                        begun.stream().map(edition -> starts(edition, zone)),
                        facts.stream().flatMap(fact -> Stream.ofNullable(fact.expressedAt())))
                .min(Instant::compareTo);
        return facts.isEmpty() || first.isEmpty() || !first.get().isBefore(now)
                ? Optional.empty()
                : Optional.of(new Scale(first.get(), now, zone).draw(begun, facts));
    }

    private static Instant starts(Edition edition, ZoneId zone) {
        return edition.effectiveOn().atStartOfDay(zone).toInstant();
    }

    private record Scale(Instant from, Instant until, ZoneId zone) {
        double x(Instant instant) {
            double part = (double) Duration.between(from, instant).toMillis()
                    / Duration.between(from, until).toMillis();
            return Math.round(LEFT + (RIGHT - LEFT) * Math.clamp(part, 0, 1));
        }

        Timeline draw(List<Edition> editions, List<History.Fact> facts) {
            var bars = new ArrayList<Bar>();
            for (int i = 0; i < editions.size(); i++) {
                double begins = x(starts(editions.get(i), zone));
                double ends = i + 1 < editions.size() ? x(starts(editions.get(i + 1), zone)) : RIGHT;
                bars.add(new Bar(editions.get(i).label(), begins, Math.max(0, ends - begins)));
            }
            return new Timeline(
                    bars,
                    facts.stream()
                            .map(fact -> new Fact(
                                    fact.expressedAt() == null ? null : x(fact.expressedAt()),
                                    x(fact.recordedAt()),
                                    fact.annulledBy() != null))
                            .toList(),
                    years());
        }

        private List<Tick> years() {
            int first = from.atZone(zone).getYear() + 1;
            int last = until.atZone(zone).getYear();
            int step = Math.max(1, (last - first + MOST_TICKS) / MOST_TICKS);
            return IntStream.iterate(first, year -> year <= last, year -> year + step)
                    .mapToObj(year -> new Tick(
                            year, x(Year.of(year).atDay(1).atStartOfDay(zone).toInstant())))
                    .toList();
        }
    }
}
