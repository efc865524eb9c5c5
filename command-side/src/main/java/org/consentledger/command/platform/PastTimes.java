package org.consentledger.command.platform;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.function.Function;
import org.consentledger.command.platform.Malformed.Fault;
import org.consentledger.events.DatePrecision;
import org.consentledger.events.TermsId;
import tools.jackson.databind.node.ObjectNode;

/**
 * When the person of an old record acted, where the record tells the day or the month alone: civil ones, in the zone of
 * the terms. For a record with that precision any instant in the period says the same.
 */
final class PastTimes {
    private static final String EXPRESSED_AT = "expressedAt";
    private static final int LONGEST_DAY = "2019-08-01".length();

    private final RecordedTerms ledger;

    PastTimes(RecordedTerms ledger) {
        this.ledger = ledger;
    }

    /**
     * Puts an instant in the place of a day or a month, if the row says that it is one.
     *
     * @throws CommandRejected {@code MALFORMED}, {@code TERMS_UNKNOWN}
     */
    void settle(ObjectNode row) {
        String text = row.path(EXPRESSED_AT).stringValue("");
        if (text.isEmpty() || text.length() > LONGEST_DAY) {
            return;
        }
        String precision = precision(row);
        if (precision.equals(DatePrecision.DAY.name())) {
            row.put(
                    EXPRESSED_AT,
                    instantIn(row, text, "day", ContractTimes::day).toString());
        } else if (precision.equals(DatePrecision.MONTH.name())) {
            row.put(
                    EXPRESSED_AT,
                    instantIn(row, text, "month", ContractTimes::firstDayOfMonth)
                            .toString());
        }
    }

    /** Where nothing says what the text is, that is the fault, and not the text. */
    private static String precision(ObjectNode row) {
        var source = row.path("source");
        var precision = source.path("datePrecision");
        if (source.isMissingNode() || source.isNull()) {
            throw new Malformed("/source", Fault.MISSING);
        }
        if (source.isObject() && (precision.isMissingNode() || precision.isNull())) {
            throw new Malformed("/source/datePrecision", Fault.MISSING);
        }
        return precision.stringValue("");
    }

    private Instant instantIn(ObjectNode row, String text, String expected, Function<String, LocalDate> form) {
        try {
            return instantIn(row, form.apply(text));
        } catch (DateTimeException _) {
            throw new Malformed("/" + EXPRESSED_AT, Fault.WRONG_VALUE, expected);
        }
    }

    /**
     * The day's first instant; where it is not about one terms document, 10:00 UTC, which is that day from Hawaii to New
     * Zealand. The same row always has the same instant, whichever terms there are.
     */
    private Instant instantIn(ObjectNode row, LocalDate day) {
        var terms = row.get("termsId");
        if (terms == null) {
            return day.atTime(10, 0).toInstant(ZoneOffset.UTC);
        }
        return day.atStartOfDay(
                        ledger.remembered(termsId(terms.stringValue(""))).timeZone())
                .toInstant();
    }

    private static TermsId termsId(String text) {
        try {
            return new TermsId(text);
        } catch (IllegalArgumentException _) {
            throw new Malformed("/termsId", Fault.WRONG_VALUE, "termsid");
        }
    }
}
