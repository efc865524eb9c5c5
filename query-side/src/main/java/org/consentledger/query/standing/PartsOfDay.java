package org.consentledger.query.standing;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.consentledger.query.facts.FindFacts;
import org.consentledger.query.platform.Code;
import org.consentledger.query.platform.QuestionRejected;
import org.consentledger.standing.Standing;

/** The parts of a civil day in which a standing stays the same. */
final class PartsOfDay {
    private PartsOfDay() {}

    /**
     * One part.
     *
     * @param from first instant, UTC
     * @param until first instant after it, UTC
     */
    record Part(Instant from, Instant until, Standing standing) {}

    /**
     * The parts of a day, in order; of the present day those that have begun. One more than was asked for, where there are
     * more.
     *
     * @throws QuestionRejected {@code TIME_IN_FUTURE} where the day has not begun
     */
    static List<Part> of(FindFacts.Known facts, AskedDay asked, ZoneId zone, Instant now) {
        var day = asked.day();
        var begin = day.atStartOfDay(zone).toInstant();
        var end = day.plusDays(1).atStartOfDay(zone).toInstant();
        if (begin.isAfter(now)) {
            throw new QuestionRejected(Code.TIME_IN_FUTURE, day.toString());
        }
        var from = asked.from(begin, end, now);
        var starts = new TreeSet<Instant>();
        starts.add(from);
        Standing.turningPoints(facts.terms(), facts.customer()).stream()
                .filter(point -> point.isAfter(from) && point.isBefore(end) && !point.isAfter(now))
                .forEach(starts::add);

        var parts = new ArrayList<Part>();
        for (var start : starts) {
            var standing = Standing.of(facts.terms(), facts.customer(), start);
            if (!parts.isEmpty()) {
                var last = parts.removeLast();
                if (last.standing().equals(standing)) {
                    parts.add(last);
                    continue;
                }
                parts.add(new Part(last.from(), start, last.standing()));
                if (parts.size() > asked.part().limit()) {
                    break;
                }
            }
            parts.add(new Part(start, end, standing));
        }
        return parts;
    }
}
