package org.consentledger.requests;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * The periods that the Act on the Protection of Personal Information (APPI) sets, in civil days of Japan. The first day is
 * not counted (Civil Code article 140).
 */
public final class LegalPeriods {
    /** The law of Japan counts its days here, whatever zone the terms name. */
    public static final ZoneId ZONE = ZoneId.of("Asia/Tokyo");

    private static final int WEEKS_TO_ANSWER = 2;
    private static final int YEARS_OF_RECORDS = 3;

    private LegalPeriods() {}

    /**
     * The last day on which a request is answered in time. The law says "without delay" (遅滞なく) and lets the customer sue
     * once two weeks have passed since the request arrived (APPI article 39(1)).
     */
    public static LocalDate answerDueOn(Instant arrivedAt) {
        return day(arrivedAt).plusWeeks(WEEKS_TO_ANSWER);
    }

    /** The last day on which the record of a provision to a third party is kept (APPI article 29(2), its rules article 21). */
    public static LocalDate provisionKeptThrough(Instant recordedAt) {
        return day(recordedAt).plusYears(YEARS_OF_RECORDS);
    }

    /** The first instant at which that record need not be kept any more, UTC. */
    public static Instant provisionKeptUntil(Instant recordedAt) {
        return provisionKeptThrough(recordedAt).plusDays(1).atStartOfDay(ZONE).toInstant();
    }

    /** The civil day of an instant. */
    public static LocalDate day(Instant instant) {
        return instant.atZone(ZONE).toLocalDate();
    }
}
