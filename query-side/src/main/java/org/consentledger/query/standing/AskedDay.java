package org.consentledger.query.standing;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.consentledger.query.platform.Malformed;
import org.consentledger.query.platform.Malformed.Fault;
import org.consentledger.query.platform.Page;
import org.consentledger.query.platform.Times;
import org.jspecify.annotations.Nullable;

/**
 * A day that is asked about, and how much of it: a customer with thousands of facts on one day has as many parts.
 *
 * @param part all of the day where nobody asks for less
 */
record AskedDay(LocalDate day, Page.Asked part) {
    private static final int ALL = Integer.MAX_VALUE - 1;

    /** {@code null} where an instant is asked about. */
    static @Nullable AskedDay of(
            @Nullable String on, @Nullable String at, @Nullable String limit, @Nullable String cursor) {
        if (on == null) {
            refuseWithoutDay("limit", limit);
            refuseWithoutDay("cursor", cursor);
            return null;
        }
        if (at != null) {
            throw new Malformed("query:on", Fault.NOT_TOGETHER_WITH, "at");
        }
        var part = Page.Asked.of(limit, cursor);
        return new AskedDay(Times.day("on", on), limit == null ? new Page.Asked(ALL, part.after()) : part);
    }

    private static void refuseWithoutDay(String name, @Nullable String value) {
        if (value != null) {
            throw new Malformed("query:" + name, Fault.ONLY_TOGETHER_WITH, "on");
        }
    }

    /**
     * Where what is asked for begins.
     *
     * @param begin first instant of the day
     * @param end first instant after it
     * @param now nothing is said about later
     */
    Instant from(Instant begin, Instant end, Instant now) {
        var after = part.after();
        if (after == null) {
            return begin;
        }
        try {
            var from = Instant.parse(after);
            if (from.isAfter(begin) && from.isBefore(end) && !from.isAfter(now)) {
                return from;
            }
        } catch (DateTimeException _) {
            throw new Malformed("query:cursor", Fault.NOT_A_CURSOR);
        }
        throw new Malformed("query:cursor", Fault.NOT_A_CURSOR);
    }

    /** @param found up to one part more than was asked for */
    Page<PartsOfDay.Part> page(List<PartsOfDay.Part> found, long ledgerSize) {
        return Page.of(found, part, last -> last.until().toString(), ledgerSize);
    }
}
