package org.consentledger.standing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.consentledger.events.terms.Change.Ground.GENERAL_BENEFIT;
import static org.consentledger.events.terms.Change.Procedure.ACCEPTANCE;
import static org.consentledger.events.terms.Change.Procedure.INITIAL;
import static org.consentledger.events.terms.Change.Procedure.NOTICE;
import static org.consentledger.standing.Standing.Mode.ACCEPTED;
import static org.consentledger.standing.Standing.Mode.ENDED;
import static org.consentledger.standing.Standing.Mode.NONE;

import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import org.consentledger.events.DatePrecision;
import org.consentledger.events.terms.Change;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class BindingRulesTest {
    private static final String LAST_SECOND_OF_12 = "2020-02-20T14:59:59Z";
    private static final String FIRST_INSTANT_OF_13 = "2020-02-20T15:00:00Z";

    private static Ledger seed(Change.Procedure procedureOf13) {
        return new Ledger().edition(12, "2019-07-30", INITIAL).edition(13, "2020-02-21", procedureOf13);
    }

    private static void bound(Standing standing, int edition, Standing.Mode mode, String since) {
        assertThat(standing.mode()).isEqualTo(mode);
        assertThat(Objects.requireNonNull(standing.edition()).edition().value()).isEqualTo(edition);
        assertThat(standing.since()).isEqualTo(Instant.parse(since));
    }

    private static void unbound(Standing standing) {
        assertThat(standing.mode()).isEqualTo(NONE);
        assertThat(standing.edition()).isNull();
        assertThat(standing.since()).isNull();
        assertThat(standing.purposes()).isEmpty();
    }

    @Test
    @DisplayName("一度も同意していないお客様には、どの版も適用されない")
    void bindsNobodyWhoNeverAccepted() {
        var standing = seed(NOTICE).standing(FIRST_INSTANT_OF_13);
        unbound(standing);
        assertThat(standing.because()).containsExactly(new Reason.NeverAccepted());
    }

    @Test
    @DisplayName("周知による改訂は、施行日の最初の瞬間から適用され、一秒も早くない")
    void carriesTheCustomerOverByNoticeFromTheFirstInstantOfTheEffectiveDay() {
        var ledger = seed(NOTICE);
        var accepted = ledger.accepts(12, "2019-08-01T00:00:00Z");
        bound(ledger.standing(LAST_SECOND_OF_12), 12, ACCEPTED, "2019-08-01T00:00:00Z");
        assertThat(ledger.standing(LAST_SECOND_OF_12).recordId()).isEqualTo(accepted);
        bound(ledger.standing(FIRST_INSTANT_OF_13), 13, Standing.Mode.NOTICE, FIRST_INSTANT_OF_13);
    }

    @Test
    @DisplayName("同意を要する改訂では、お客様は同意した最後の版にとどまる")
    void leavesTheCustomerWithTheLastEditionWhereTheChangeNeedsAcceptance() {
        var ledger = seed(ACCEPTANCE);
        ledger.accepts(12, "2019-08-01T00:00:00Z");
        var standing = ledger.standing(FIRST_INSTANT_OF_13);
        bound(standing, 12, ACCEPTED, "2019-08-01T00:00:00Z");
        assertThat(standing.because())
                .anySatisfy(reason -> assertThat(reason.code()).isEqualTo("ACCEPTANCE_NEEDED"));
    }

    @Test
    @DisplayName("同意を要した改訂を、後の周知で持ち込むことはできない")
    void doesNotSmuggleInAChangeThatNeededAcceptance() {
        var ledger = seed(ACCEPTANCE).edition(14, "2020-03-01", NOTICE);
        ledger.accepts(12, "2019-08-01T00:00:00Z");
        var standing = ledger.standing("2020-03-10T00:00:00Z");
        bound(standing, 12, ACCEPTED, "2019-08-01T00:00:00Z");
        assertThat(standing.because())
                .anySatisfy(reason -> assertThat(reason.code()).isEqualTo("EARLIER_CHANGE_NOT_ACCEPTED"));
    }

    @Test
    @DisplayName("同意を要する改訂に同意したお客様は、次の周知で新しい版に移る")
    void carriesOnByNoticeWhoeverAcceptedTheChangeBefore() {
        var ledger = seed(ACCEPTANCE).edition(14, "2020-03-01", NOTICE);
        ledger.accepts(12, "2019-08-01T00:00:00Z");
        ledger.accepts(13, "2020-02-25T00:00:00Z");
        bound(ledger.standing("2020-03-10T00:00:00Z"), 14, Standing.Mode.NOTICE, "2020-02-29T15:00:00Z");
    }

    @Test
    @DisplayName("民法548条の4第3項: 施行前の周知がなければ、合理的変更は効力を生じない")
    void needsANoticeBeforeTheEffectiveInstantUnderTheCivilCode() {
        var ledger = new Ledger().edition(1, "2020-05-01", INITIAL).edition(2, "2021-04-01", NOTICE);
        ledger.accepts(1, "2020-05-02T00:00:00Z");
        assertThat(ledger.standing("2021-04-02T00:00:00Z").because())
                .anySatisfy(reason -> assertThat(reason.code()).isEqualTo("NOTICE_MISSING"));

        ledger.notice(2, "2021-03-31T15:00:00Z");
        bound(ledger.standing("2021-04-02T00:00:00Z"), 1, ACCEPTED, "2020-05-02T00:00:00Z");

        ledger.notice(2, "2021-03-31T14:59:59Z");
        bound(ledger.standing("2021-04-02T00:00:00Z"), 2, Standing.Mode.NOTICE, "2021-03-31T15:00:00Z");
    }

    @Test
    @DisplayName("一般の利益に適合する変更は、事前の周知がなくても効力を生じる")
    void needsNoTimelyNoticeForAChangeOfGeneralBenefit() {
        var ledger = new Ledger().edition(1, "2020-05-01", INITIAL).edition(2, "2021-04-01", NOTICE, GENERAL_BENEFIT);
        ledger.accepts(1, "2020-05-02T00:00:00Z");
        bound(ledger.standing("2021-04-02T00:00:00Z"), 2, Standing.Mode.NOTICE, "2021-03-31T15:00:00Z");
    }

    @Test
    @DisplayName("民法の規律は、2020年4月1日より前に遡らない")
    void doesNotProjectTheCivilCodeBack() {
        var ledger = seed(NOTICE);
        ledger.accepts(12, "2019-08-01T00:00:00Z");
        bound(ledger.standing(FIRST_INSTANT_OF_13), 13, Standing.Mode.NOTICE, FIRST_INSTANT_OF_13);
    }

    @Test
    @DisplayName("施行前の同意は、施行の瞬間から効力をもつ")
    void makesAnEarlyAcceptanceWaitForTheEffectiveInstant() {
        var ledger = seed(ACCEPTANCE);
        ledger.accepts(12, "2019-08-01T00:00:00Z");
        ledger.accepts(13, "2020-02-01T00:00:00Z");
        var before = ledger.standing(LAST_SECOND_OF_12);
        bound(before, 12, ACCEPTED, "2019-08-01T00:00:00Z");
        assertThat(before.because())
                .anySatisfy(reason -> assertThat(reason.code()).isEqualTo("ACCEPTED_BEFORE_EFFECT"));
        bound(ledger.standing(FIRST_INSTANT_OF_13), 13, ACCEPTED, FIRST_INSTANT_OF_13);
    }

    @Test
    @DisplayName("周知で適用された版に明示的に同意すれば、そのときから同意による適用となる")
    void turnsNoticeIntoAcceptanceFromTheActOn() {
        var ledger = seed(NOTICE);
        ledger.accepts(12, "2019-08-01T00:00:00Z");
        ledger.accepts(13, "2020-03-01T00:00:00Z");
        bound(ledger.standing("2020-02-29T23:59:59Z"), 13, Standing.Mode.NOTICE, FIRST_INSTANT_OF_13);
        bound(ledger.standing("2020-03-01T00:00:00Z"), 13, ACCEPTED, "2020-03-01T00:00:00Z");
    }

    @Test
    @DisplayName("同じ瞬間では、周知、同意、退会の順に数え、最後のものが残る")
    void countsNoticeThenAcceptanceThenLeavingAtOneInstant() {
        var ledger = seed(NOTICE);
        ledger.accepts(12, "2019-08-01T00:00:00Z");
        ledger.accepts(13, FIRST_INSTANT_OF_13);
        bound(ledger.standing(FIRST_INSTANT_OF_13), 13, ACCEPTED, FIRST_INSTANT_OF_13);
        ledger.leaves(FIRST_INSTANT_OF_13);
        bound(ledger.standing(FIRST_INSTANT_OF_13), 13, ENDED, FIRST_INSTANT_OF_13);
    }

    @Test
    @DisplayName("拒否は、適用される版を変えない")
    void changesNoBindingByARefusal() {
        var ledger = seed(NOTICE);
        ledger.accepts(12, "2019-08-01T00:00:00Z");
        ledger.refuses(13, "2020-02-10T00:00:00Z");
        bound(ledger.standing(FIRST_INSTANT_OF_13), 13, Standing.Mode.NOTICE, FIRST_INSTANT_OF_13);
    }

    @Test
    @DisplayName("退会の後は版の名だけが残り、周知は適用されない")
    void keepsTheEditionNamedAfterLeavingAndBindsByNoNotice() {
        var ledger = seed(NOTICE);
        ledger.accepts(12, "2019-08-01T00:00:00Z");
        var left = ledger.leaves("2020-01-01T00:00:00Z");
        var standing = ledger.standing("2020-03-01T00:00:00Z");
        bound(standing, 12, ENDED, "2020-01-01T00:00:00Z");
        assertThat(standing.recordId()).isEqualTo(left);
        assertThat(standing.due()).isEmpty();
    }

    @Test
    @DisplayName("退会は、施行を待つ同意も終わらせる")
    void endsAnAcceptanceThatStillWaits() {
        var ledger = seed(ACCEPTANCE);
        ledger.accepts(13, "2020-02-01T00:00:00Z");
        ledger.leaves("2020-02-10T00:00:00Z");
        unbound(ledger.standing(FIRST_INSTANT_OF_13));
    }

    @Test
    @DisplayName("退会の後に同意すれば、あらためて適用される")
    void bindsAnewWhoComesBack() {
        var ledger = seed(NOTICE);
        ledger.accepts(12, "2019-08-01T00:00:00Z");
        ledger.leaves("2019-10-01T00:00:00Z");
        ledger.accepts(12, "2019-12-01T00:00:00Z");
        bound(ledger.standing("2019-11-01T00:00:00Z"), 12, ENDED, "2019-10-01T00:00:00Z");
        bound(ledger.standing("2019-12-01T00:00:00Z"), 12, ACCEPTED, "2019-12-01T00:00:00Z");
        bound(ledger.standing(FIRST_INSTANT_OF_13), 13, Standing.Mode.NOTICE, FIRST_INSTANT_OF_13);
    }

    @Test
    @DisplayName("撤回された版への同意は、誰も拘束しない")
    void bindsNobodyToAWithdrawnEdition() {
        var ledger = seed(ACCEPTANCE);
        ledger.accepts(12, "2019-08-01T00:00:00Z");
        ledger.accepts(13, "2020-02-01T00:00:00Z");
        ledger.editionWithdrawn(13);
        bound(ledger.standing(FIRST_INSTANT_OF_13), 12, ACCEPTED, "2019-08-01T00:00:00Z");
    }

    @Test
    @DisplayName("撤回された版は、後の周知を妨げない")
    void passesOverAWithdrawnEditionByNotice() {
        var ledger = seed(ACCEPTANCE).edition(14, "2020-03-01", NOTICE).editionWithdrawn(13);
        ledger.accepts(12, "2019-08-01T00:00:00Z");
        bound(ledger.standing("2020-03-01T00:00:00Z"), 14, Standing.Mode.NOTICE, "2020-02-29T15:00:00Z");
    }

    @Test
    @DisplayName("取り消された記録は数えない。取消しの前に知られていた答えは変わらない")
    void neverCountsAnAnnulledRecordOnceTheAnnulmentIsKnown() {
        var ledger = seed(NOTICE);
        var mistake = ledger.accepts(12, "2019-08-01T00:00:00Z");
        long before = ledger.size();
        ledger.annuls(mistake);
        unbound(ledger.standing("2019-09-01T00:00:00Z"));
        bound(ledger.standing("2019-09-01T00:00:00Z", before), 12, ACCEPTED, "2019-08-01T00:00:00Z");
    }

    @Test
    @DisplayName("後から知った同意は、当時知られていた答えを変えない")
    void changesNoAnswerThatWasKnownBefore() {
        var ledger = seed(NOTICE);
        long before = ledger.size();
        ledger.accepts(12, "2019-08-01T00:00:00Z");
        unbound(ledger.standing("2019-09-01T00:00:00Z", before));
        bound(ledger.standing("2019-09-01T00:00:00Z"), 12, ACCEPTED, "2019-08-01T00:00:00Z");
    }

    @Test
    @DisplayName("日しか分からない同意は、その日の最後の瞬間から数える")
    void countsAnImpreciseDayFromItsLastInstantInTheTermsZone() {
        var ledger = seed(NOTICE);
        ledger.accepts(12, "2019-08-01T00:00:00Z", DatePrecision.DAY, Map.of());
        unbound(ledger.standing("2019-08-01T14:59:59Z"));
        bound(ledger.standing("2019-08-01T15:00:00Z"), 12, ACCEPTED, "2019-08-01T14:59:59.999999Z");
    }

    @Test
    @DisplayName("月しか分からない同意は、その月の最後の瞬間から数える")
    void countsAnImpreciseMonthFromItsLastInstant() {
        var ledger = seed(NOTICE);
        ledger.accepts(12, "2019-08-31T20:00:00Z", DatePrecision.MONTH, Map.of());
        bound(ledger.standing("2019-10-01T00:00:00Z"), 12, ACCEPTED, "2019-09-30T14:59:59.999999Z");
    }

    @Test
    @DisplayName("時の分からない同意は、記録された時から数える")
    void countsAnUnknownInstantFromItsRecording() {
        var ledger = seed(NOTICE);
        ledger.accepts(12, "2019-08-01T00:00:00Z", DatePrecision.UNKNOWN, Map.of());
        unbound(ledger.standing("2020-03-01T00:00:00Z"));
        assertThat(ledger.standing("2026-02-01T00:00:00Z").since())
                .isEqualTo(ledger.customer().getLast().recordedAt());
    }

    @Test
    @DisplayName("周知の後に旧版へ同意したお客様を、過ぎた周知は移さない")
    void bindsByNoNoticeThatCameBeforeTheAcceptance() {
        var ledger = seed(NOTICE);
        ledger.accepts(12, "2020-03-01T00:00:00Z");
        var standing = ledger.standing("2020-03-02T00:00:00Z");
        bound(standing, 12, ACCEPTED, "2020-03-01T00:00:00Z");
        assertThat(standing.because())
                .anySatisfy(reason -> assertThat(reason.code()).isEqualTo("NOTICE_BEFORE_BINDING"));
    }
}
