package org.consentledger.ledger.statement;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** Ledger time as text: RFC 3339 in UTC, always with six digits of a second's fraction. */
final class RecordedAt {
    private static final DateTimeFormatter FORMAT = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'", Locale.ROOT)
            .withResolverStyle(ResolverStyle.STRICT);

    private RecordedAt() {}

    /** RFC 3339 §1 ends with the year 9999, and microseconds are what the database keeps. */
    static void check(Instant time) {
        int year = LocalDateTime.ofInstant(time, ZoneOffset.UTC).getYear();
        if (year < 0 || year > 9999 || !time.equals(time.truncatedTo(ChronoUnit.MICROS))) {
            throw new StatementRejected("recordedAt has whole microseconds and a year of four digits");
        }
    }

    static String format(Instant time) {
        return FORMAT.format(LocalDateTime.ofInstant(time, ZoneOffset.UTC));
    }

    static Instant parse(String text) {
        try {
            return LocalDateTime.parse(text, FORMAT).toInstant(ZoneOffset.UTC);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("not a time in UTC with six digits of fraction", e);
        }
    }
}
