package org.consentledger.command.agreement;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.function.Function;
import org.consentledger.command.platform.ContractTimes;
import org.consentledger.command.platform.Malformed;
import org.consentledger.command.platform.Malformed.Fault;
import org.consentledger.events.DatePrecision;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * When the person of an old record acted, where that is written as a day or a month: a civil one, in the time zone of the
 * terms.
 *
 * @param firstDay of the period; {@code null} where the record states a time, or none
 */
record PastTime(@Nullable LocalDate firstDay) {
    private static final String EXPRESSED_AT = "expressedAt";

    /** Takes a day or a month out of the row, if the row says that it is one; a time stays for the body's reader. */
    static PastTime takeFrom(ObjectNode row) {
        String text = row.path(EXPRESSED_AT).stringValue("");
        String precision = row.path("source").path("datePrecision").stringValue("");
        if (precision.equals(DatePrecision.DAY.name()) && !isTime(text)) {
            return take(row, text, "day", ContractTimes::day);
        }
        if (precision.equals(DatePrecision.MONTH.name()) && !isTime(text)) {
            return take(row, text, "month", ContractTimes::firstDayOfMonth);
        }
        return new PastTime(null);
    }

    private static boolean isTime(String text) {
        return text.isEmpty() || text.length() > "2019-08-01".length();
    }

    private static PastTime take(ObjectNode row, String text, String expected, Function<String, LocalDate> form) {
        try {
            var firstDay = form.apply(text);
            row.remove(EXPRESSED_AT);
            return new PastTime(firstDay);
        } catch (DateTimeException _) {
            throw new Malformed("/" + EXPRESSED_AT, Fault.WRONG_VALUE, expected);
        }
    }

    /** The first instant of the period; {@code null} where there is no period. */
    @Nullable
    Instant in(ZoneId zone) {
        return firstDay == null ? null : firstDay.atStartOfDay(zone).toInstant();
    }
}
