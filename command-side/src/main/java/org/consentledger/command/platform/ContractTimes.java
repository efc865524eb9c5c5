package org.consentledger.command.platform;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.Locale;
import java.util.regex.Pattern;

/** Times, days and months as the contract writes them; each method refuses any other text with a {@link DateTimeException}. */
public final class ContractTimes {
    /** RFC 3339 with an offset; a leap second is not taken. */
    private static final Pattern TIME =
            Pattern.compile("\\d{4}-\\d\\d-\\d\\d[Tt]\\d\\d:\\d\\d:\\d\\d(\\.\\d{1,9})?([Zz]|[+-]\\d\\d:\\d\\d)");

    /** Times and days beyond these are slips, and a database may not hold them. */
    private static final Instant EARLIEST_TIME = Instant.parse("1900-01-01T00:00:00Z");

    private static final Instant FIRST_TIME_TOO_LATE = Instant.parse("+10000-01-01T00:00:00Z");
    private static final LocalDate EARLIEST_DAY = LocalDate.of(1900, 1, 1);

    /** A year before the end of time, so that a day's instants in any zone lie before it too. */
    private static final LocalDate LATEST_DAY = LocalDate.of(9998, 12, 31);

    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d\\d-\\d\\d");

    private static final Pattern MONTH = Pattern.compile("\\d{4}-\\d\\d");

    private ContractTimes() {}

    /** RFC 3339 with an offset, of the years 1900 to 9999. */
    static Instant time(String text) {
        if (!TIME.matcher(text).matches()) {
            throw new DateTimeException("not RFC 3339");
        }
        Instant time = OffsetDateTime.parse(text.toUpperCase(Locale.ROOT)).toInstant();
        if (time.isBefore(EARLIEST_TIME) || !time.isBefore(FIRST_TIME_TOO_LATE)) {
            throw new DateTimeException("out of range");
        }
        return time;
    }

    /** {@code YYYY-MM-DD}, 1900-01-01 to 9998-12-31. */
    public static LocalDate day(String text) {
        if (!DAY.matcher(text).matches()) {
            throw new DateTimeException("not a day");
        }
        LocalDate day = LocalDate.parse(text);
        if (day.isBefore(EARLIEST_DAY) || day.isAfter(LATEST_DAY)) {
            throw new DateTimeException("out of range");
        }
        return day;
    }

    /** The first day of a month {@code YYYY-MM}, 1900-01 to 9998-12. */
    public static LocalDate firstDayOfMonth(String text) {
        if (!MONTH.matcher(text).matches()) {
            throw new DateTimeException("not a month");
        }
        return day(YearMonth.parse(text).atDay(1).toString());
    }
}
