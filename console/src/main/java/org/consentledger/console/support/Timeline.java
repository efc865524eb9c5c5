package org.consentledger.console.support;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A picture of facts over both clocks: editions from the day on which they took effect, and each fact twice, when the customer
 * acted and when the ledger learned it. Facts that would hide each other are one dot with their number. Lengths are of a
 * picture that is a thousand wide.
 */
record Timeline(List<Bar> editions, List<Dot> expressed, List<Dot> recorded, List<Link> links, List<Scale.Tick> ticks) {
    record Bar(String label, double from, double width) {}

    /** @param annulled whether all of these facts are */
    record Dot(double at, long count, boolean annulled) {}

    /** From where facts were expressed to where they were recorded. */
    record Link(double expressed, double recorded) {}

    /** An edition in effect from the first instant of that day. */
    record Edition(String label, LocalDate effectiveOn) {
        Instant starts(ZoneId zone) {
            return effectiveOn.atStartOfDay(zone).toInstant();
        }
    }

    /**
     * Draws all that is on record, from the first edition until now.
     *
     * @return empty where there is nothing to be seen
     */
    static Optional<Timeline> ofAll(List<Edition> editions, List<History.Fact> facts, ZoneId zone, Instant now) {
        var begun = Stream.concat(
                editions.stream().map(edition -> edition.starts(zone)),
                facts.stream().flatMap(fact -> Stream.ofNullable(fact.expressedAt())));
        return facts.isEmpty() ? Optional.empty() : of(editions, facts, begun, Stream.of(now), zone);
    }

    /** Draws a part of a long history, no wider than its facts. */
    static Optional<Timeline> ofPart(List<Edition> editions, List<History.Fact> facts, ZoneId zone) {
        var begun = facts.stream().map(fact -> Objects.requireNonNullElse(fact.expressedAt(), fact.recordedAt()));
        return of(editions, facts, begun, facts.stream().map(History.Fact::recordedAt), zone);
    }

    private static Optional<Timeline> of(
            List<Edition> editions,
            List<History.Fact> facts,
            Stream<Instant> begun,
            Stream<Instant> ended,
            ZoneId zone) {
        return Scale.between(begun, ended, zone)
                .map(scale -> new Timeline(
                        bars(editions, scale),
                        dots(facts, scale, History.Fact::expressedAt),
                        dots(facts, scale, History.Fact::recordedAt),
                        links(facts, scale),
                        scale.ticks()));
    }

    private static List<Bar> bars(List<Edition> editions, Scale scale) {
        var bars = new ArrayList<Bar>();
        for (int i = 0; i < editions.size(); i++) {
            double begins = scale.x(editions.get(i).starts(scale.zone()));
            double ends = i + 1 < editions.size() ? scale.x(editions.get(i + 1).starts(scale.zone())) : Scale.RIGHT;
            if (begins < ends) {
                bars.add(new Bar(editions.get(i).label(), begins, ends - begins));
            }
        }
        return bars;
    }

    private static List<Dot> dots(
            List<History.Fact> facts, Scale scale, Function<History.Fact, @Nullable Instant> clock) {
        var dots = new ArrayList<Dot>();
        facts.stream()
                .filter(fact -> clock.apply(fact) != null)
                .map(fact -> new Dot(scale.x(Objects.requireNonNull(clock.apply(fact))), 1, fact.annulledBy() != null))
                .sorted((one, other) -> Double.compare(one.at(), other.at()))
                .forEach(dot -> {
                    var last = dots.isEmpty() ? null : dots.getLast();
                    if (last == null || dot.at() - last.at() >= Scale.APART) {
                        dots.add(dot);
                    } else {
                        dots.set(
                                dots.size() - 1,
                                new Dot(last.at(), last.count() + 1, last.annulled() && dot.annulled()));
                    }
                });
        return dots;
    }

    private static List<Link> links(List<History.Fact> facts, Scale scale) {
        return facts.stream()
                .filter(fact -> fact.expressedAt() != null)
                .map(fact -> new Link(scale.x(Objects.requireNonNull(fact.expressedAt())), scale.x(fact.recordedAt())))
                .distinct()
                .toList();
    }
}
