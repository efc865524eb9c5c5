package org.consentledger.standing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.consentledger.events.terms.Change.Procedure.INITIAL;
import static org.consentledger.events.terms.Change.Procedure.NOTICE;
import static org.consentledger.standing.Ledger.keptFor;
import static org.consentledger.standing.Ledger.purpose;

import java.time.Instant;
import java.time.Period;
import java.util.List;
import org.consentledger.events.EditionNumber;
import org.consentledger.events.PurposeId;
import org.consentledger.events.terms.PurposeOfUse;
import org.consentledger.events.terms.PurposeOfUse.Mode;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class RetentionTest {
    private static final PurposeOfUse LEAVING = keptFor(Period.ofMonths(1), purpose("leaving", Mode.WITH_TERMS));
    private static final PurposeOfUse BOOKS = keptFor(Period.ofYears(7), purpose("books", Mode.REQUIRED_BY_LAW));
    private static final PurposeOfUse NEWS = keptFor(Period.ofYears(9), purpose("news", Mode.VOLUNTARY));
    private static final PurposeOfUse SERVICE = purpose("service", Mode.WITH_TERMS);
    private static final String LEFT = "2020-01-31T01:00:00Z";
    private static final String MUCH_LATER = "2040-01-01T00:00:00Z";

    @Test
    @DisplayName("退会していないお客様に、保存期間はない")
    void doesNotRunBeforeLeaving() {
        var ledger = seed();
        ledger.accepts(12, "2019-08-01T00:00:00Z");

        assertThat(retentions(ledger, MUCH_LATER)).isEmpty();
        ledger.leaves(LEFT);
        assertThat(retentions(ledger, "2020-01-31T00:59:59Z")).isEmpty();
    }

    @Test
    @DisplayName("保存期間は退会から、約款の時間帯の暦で数える。任意の目的にはない")
    void runsFromLeavingByTheCalendarOfTheTerms() {
        var ledger = seed();
        ledger.accepts(12, "2019-08-01T00:00:00Z");
        ledger.leaves(LEFT);

        var retentions = retentions(ledger, MUCH_LATER);

        assertThat(retentions)
                .extracting(Retention::purposeId, Retention::keptUntil)
                .containsExactly(
                        tuple(new PurposeId("books"), Instant.parse("2027-01-31T01:00:00Z")),
                        tuple(new PurposeId("leaving"), Instant.parse("2020-02-29T01:00:00Z")));
        var leaving = retentions.getLast();
        assertThat(leaving.runsAt(Instant.parse("2020-02-29T00:59:59Z"))).isTrue();
        assertThat(leaving.runsAt(leaving.keptUntil())).isFalse();
    }

    @Test
    @DisplayName("期間は、退会のときに適用されていた版による")
    void isStatedByTheEditionThatAppliedAtLeaving() {
        var ledger = seed().edition(13, "2020-01-01", NOTICE, keptFor(Period.ofDays(3), LEAVING));
        ledger.accepts(12, "2019-08-01T00:00:00Z");
        ledger.leaves(LEFT);

        assertThat(retentions(ledger, MUCH_LATER)).singleElement().satisfies(only -> {
            assertThat(only.edition()).isEqualTo(new EditionNumber(13));
            assertThat(only.keptUntil()).isEqualTo("2020-02-03T01:00:00Z");
        });
    }

    @Test
    @DisplayName("二度退会したお客様には、遅く終わる期間が残る")
    void isTheOneThatEndsLast() {
        var ledger = seed();
        ledger.accepts(12, "2019-08-01T00:00:00Z");
        ledger.leaves(LEFT);
        ledger.accepts(12, "2020-02-10T00:00:00Z");
        ledger.leaves("2020-02-20T00:00:00Z");

        assertThat(retentions(ledger, MUCH_LATER))
                .extracting(Retention::leftAt)
                .containsOnly(Instant.parse("2020-02-20T00:00:00Z"))
                .hasSize(2);
    }

    private static Ledger seed() {
        return new Ledger().edition(12, "2019-07-30", INITIAL, LEAVING, BOOKS, NEWS, SERVICE);
    }

    private static List<Retention> retentions(Ledger ledger, String at) {
        return Retention.of(ledger.terms(), ledger.customer(), Instant.parse(at));
    }
}
