package org.consentledger.query.coverage;

import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.consentledger.events.Actor;
import org.consentledger.events.DatePrecision;
import org.consentledger.events.EditionNumber;
import org.consentledger.query.coverage.CountedFact.Kind;
import org.consentledger.standing.CustomerFact;
import org.consentledger.standing.Expressed;
import org.consentledger.standing.Recorded;
import org.consentledger.standing.Standing;
import org.consentledger.standing.TermsFact;
import org.jspecify.annotations.Nullable;

/**
 * An imagined customer who stands for a class of them: from the instant of its last fact on, every edition covers each of
 * the class as it covers this one.
 *
 * @param points in the order of their instants
 */
record Representative(List<Point> points) {
    private static final String BETWEEN = ";";
    private static final String WITHIN = ",";

    /**
     * What this customer did.
     *
     * @param edition {@code null} for leaving
     * @param at from when it counts, UTC
     * @param order in the ledger, among the points
     * @param pending whether it had yet to count when its class was found
     */
    record Point(Kind kind, @Nullable EditionNumber edition, Instant at, int order, boolean pending) {
        private String text() {
            return String.join(
                    WITHIN,
                    kind.name(),
                    edition == null ? "" : edition.toString(),
                    at.toString(),
                    Integer.toString(order),
                    pending ? "pending" : "");
        }

        private static Point parse(String text) {
            var parts = text.split(WITHIN, -1);
            return new Point(
                    Kind.valueOf(parts[0]),
                    parts[1].isEmpty() ? null : new EditionNumber(Integer.parseInt(parts[1])),
                    Instant.parse(parts[2]),
                    Integer.parseInt(parts[3]),
                    !parts[4].isEmpty());
        }

        private Recorded<CustomerFact> fact() {
            var expressed = new Expressed(at, DatePrecision.INSTANT, Actor.Kind.SELF, null);
            return new Recorded<>(
                    text(),
                    order,
                    at,
                    switch (kind) {
                        case ACCEPTED -> new CustomerFact.Accepted(named(), List.of(), expressed);
                        case REFUSED -> new CustomerFact.Refused(named(), expressed);
                        case LEFT -> new CustomerFact.Left(expressed);
                    });
        }

        private EditionNumber named() {
            if (edition == null) {
                throw new IllegalStateException(kind + " names an edition");
            }
            return edition;
        }
    }

    Representative {
        points = List.copyOf(points);
    }

    /** As the database keeps it; equal representatives have equal texts. */
    String text() {
        return points.stream().map(Point::text).collect(Collectors.joining(BETWEEN));
    }

    static Representative parse(String text) {
        return new Representative(
                text.isEmpty()
                        ? List.of()
                        : Arrays.stream(text.split(BETWEEN)).map(Point::parse).toList());
    }

    /** Whether it accepted that edition. */
    boolean accepted(EditionNumber number) {
        return points.stream().anyMatch(point -> point.kind() == Kind.ACCEPTED && number.equals(point.edition()));
    }

    /**
     * Where it stands.
     *
     * @param at not before the facts of any customer of its class, as far as they counted when the class was found
     */
    Standing standing(List<Recorded<TermsFact>> terms, Instant at) {
        // Its points are some microseconds apart; those after the day's first instant may lie after it.
        var last = points.stream()
                .filter(point -> !point.pending())
                .map(Point::at)
                .reduce(at, (one, other) -> one.isAfter(other) ? one : other);
        var facts = points.stream()
                .sorted(Comparator.comparingInt(Point::order))
                .map(Point::fact)
                .toList();
        return Standing.of(terms, facts, last);
    }
}
