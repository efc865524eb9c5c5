package org.consentledger.standing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.consentledger.events.terms.Change.Procedure.ACCEPTANCE;
import static org.consentledger.events.terms.Change.Procedure.INITIAL;
import static org.consentledger.events.terms.Change.Procedure.NOTICE;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.consentledger.events.ContentDigest;
import org.consentledger.events.EditionNumber;
import org.consentledger.events.terms.Change;
import org.consentledger.standing.TermsFact.EditionWithdrawn;
import org.consentledger.standing.TermsFact.NoticePosted;
import org.consentledger.standing.TermsFact.Published;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("版は誰を拘束するか")
class EffectTest {
    private final List<TermsFact> facts = new ArrayList<>();

    @Test
    @DisplayName("最初の版と同意を要する版は、同意した人だけを拘束する")
    void bindsOnlyThoseWhoAccept() {
        published(1, "2021-01-01", INITIAL);
        published(2, "2022-01-01", ACCEPTANCE);
        assertThat(codes(1)).containsExactly("ACCEPTANCE_NEEDED");
        assertThat(codes(2)).containsExactly("ACCEPTANCE_NEEDED");
    }

    @Test
    @DisplayName("周知のない変更は効力を生じない。2020年4月1日より前には遡らない")
    void needsANoticeSince2020() {
        published(1, "2019-01-01", INITIAL);
        published(2, "2020-02-21", NOTICE);
        published(3, "2021-01-01", NOTICE);
        assertThat(codes(2)).containsExactly("BOUND_BY_NOTICE");
        assertThat(codes(3)).containsExactly("NOTICE_MISSING");
        facts.add(new NoticePosted(new EditionNumber(3), Instant.parse("2020-12-31T23:59:59Z")));
        assertThat(codes(3)).containsExactly("BOUND_BY_NOTICE");
    }

    @Test
    @DisplayName("同意を要する変更が間にあれば、それに同意していない人は拘束されない。撤回されれば別である")
    void doesNotReachOverAChangeThatNeededAcceptance() {
        published(1, "2018-01-01", INITIAL);
        published(2, "2018-06-01", ACCEPTANCE);
        published(3, "2019-01-01", NOTICE);
        published(4, "2019-06-01", NOTICE);
        assertThat(codes(4)).containsExactly("BOUND_BY_NOTICE", "EARLIER_CHANGE_NOT_ACCEPTED");
        assertThat(Effect.of(facts, new EditionNumber(4)).getLast())
                .isInstanceOfSatisfying(
                        Reason.EarlierChangeNotAccepted.class,
                        reason -> assertThat(reason.earlier().edition()).isEqualTo(new EditionNumber(2)));
        facts.add(new EditionWithdrawn(new EditionNumber(2)));
        assertThat(codes(4)).containsExactly("BOUND_BY_NOTICE");
        assertThat(codes(2)).isEmpty();
    }

    private List<String> codes(int edition) {
        return Effect.of(facts, new EditionNumber(edition)).stream()
                .map(Reason::code)
                .toList();
    }

    private void published(int number, String effectiveOn, Change.Procedure procedure) {
        var day = LocalDate.parse(effectiveOn);
        var regime = day.isBefore(LocalDate.of(2020, 4, 1)) ? Change.Regime.EARLIER : Change.Regime.CIVIL_CODE_548_4;
        facts.add(new Published(
                new EditionNumber(number),
                "第" + number + "版",
                ContentDigest.of("" + number),
                day.atStartOfDay(ZoneOffset.UTC).toInstant(),
                new Change(procedure, Change.Ground.REASONABLE, regime, null),
                List.of()));
    }
}
