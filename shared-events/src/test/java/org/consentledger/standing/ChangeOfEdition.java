package org.consentledger.standing;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import org.consentledger.events.terms.Change.Ground;
import org.consentledger.events.terms.Change.Procedure;
import org.consentledger.events.terms.PurposeOfUse;

/** How edition 2 changes edition 1, as a case of the decision table. */
record ChangeOfEdition(LocalDate effectiveOn, Procedure procedure, Ground ground, boolean announcedInTime) {
    static final LocalDate BEFORE_THE_CIVIL_CODE = LocalDate.of(2019, 10, 1);
    static final LocalDate UNDER_THE_CIVIL_CODE = LocalDate.of(2022, 4, 1);
    static final PurposeOfUse[] NO_PURPOSES = {};

    /** Edition 1 is in force for a year, and the customer accepted it in its first month. */
    Ledger ledger(Ledger empty, boolean accepted, PurposeOfUse[] first, PurposeOfUse[] second) {
        var ledger = empty.edition(1, effectiveOn.minusYears(1).toString(), Procedure.INITIAL, first)
                .edition(2, effectiveOn.toString(), procedure, ground, second);
        if (announcedInTime) {
            ledger.notice(2, instant(-30).toString());
        }
        if (accepted) {
            ledger.accepts(1, instant(-340).toString());
        }
        return ledger;
    }

    /** Noon in Tokyo so many days after the effective one. */
    Instant instant(int days) {
        return effectiveOn.plusDays(days).atTime(12, 0).atZone(Ledger.TOKYO).toInstant();
    }

    Instant lastBefore() {
        return effectiveOn.atStartOfDay(Ledger.TOKYO).toInstant().minusNanos(1000);
    }

    String name() {
        return String.format(
                Locale.ROOT,
                "| %s | `%s` | `%s` | %s |",
                effectiveOn.equals(BEFORE_THE_CIVIL_CODE) ? "`EARLIER`" : "`CIVIL_CODE_548_4`",
                procedure,
                ground,
                announcedInTime ? "in time" : "none in time");
    }
}
