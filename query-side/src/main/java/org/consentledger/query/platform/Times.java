package org.consentledger.query.platform;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.regex.Pattern;
import org.consentledger.query.platform.Malformed.Fault;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads the times of questions: RFC 3339 with an offset, and none that has not come yet. */
@Component
public class Times {
    /** How far clocks may differ: a time up to this far ahead counts as now. */
    static final Duration TOLERANCE = Duration.ofSeconds(5);

    private static final Pattern FORM =
            Pattern.compile("\\d{4}-\\d{2}-\\d{2}[Tt]\\d{2}:\\d{2}:\\d{2}(\\.\\d{1,9})?([Zz]|[+-]\\d{2}:\\d{2})");

    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

    private final InstantSource clock;

    public Times(InstantSource clock) {
        this.clock = clock;
    }

    /**
     * Now: by this process's clock, but never before the ledger time of what is known, so that a clock that is behind
     * does not hide what was just recorded.
     *
     * @return UTC, microseconds
     */
    public Instant now(KnownLeaves known) {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return now.isBefore(known.time()) ? known.time() : now;
    }

    /**
     * The query parameter {@code at}: a time that may be asked about; now where none is given.
     *
     * @return UTC, microseconds (finer digits are cut off: facts have none)
     * @throws Malformed where it is no RFC 3339 time with an offset
     * @throws QuestionRejected {@code TIME_IN_FUTURE}
     */
    public Instant at(@Nullable String at, KnownLeaves known) {
        var now = now(known);
        if (at == null) {
            return now;
        }
        var time = time("at", at);
        if (time.isAfter(now.plus(TOLERANCE))) {
            throw new QuestionRejected(Code.TIME_IN_FUTURE, at);
        }
        return time.isAfter(now) ? now : time;
    }

    /** A civil day; in which zone is for the caller to know. */
    public static LocalDate day(String name, String value) {
        if (!DAY.matcher(value).matches()) {
            throw new Malformed("query:" + name, Fault.NOT_A_DAY);
        }
        try {
            return LocalDate.parse(value);
        } catch (DateTimeException _) {
            throw new Malformed("query:" + name, Fault.NOT_A_DAY);
        }
    }

    /** In a query a plus that is not percent-encoded arrives as a space; before an offset it can mean nothing else. */
    static Instant time(String name, String asArrived) {
        var value = asArrived.replace(' ', '+');
        if (!FORM.matcher(value).matches()) {
            throw new Malformed("query:" + name, Fault.NOT_A_TIME);
        }
        try {
            return OffsetDateTime.parse(value).toInstant().truncatedTo(ChronoUnit.MICROS);
        } catch (DateTimeException _) {
            throw new Malformed("query:" + name, Fault.NOT_A_TIME);
        }
    }
}
