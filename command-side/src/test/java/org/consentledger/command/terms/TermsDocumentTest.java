package org.consentledger.command.terms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.consentledger.command.terms.Warning.Code.FIRST_EDITION_NOT_INITIAL;
import static org.consentledger.command.terms.Warning.Code.GAP_IN_NUMBERS;
import static org.consentledger.command.terms.Warning.Code.INITIAL_NOT_FIRST;
import static org.consentledger.command.terms.Warning.Code.NOTICE_IS_NOT_CONSENT;
import static org.consentledger.command.terms.Warning.Code.NO_NOTICE_BEFORE_EFFECTIVE_DATE;
import static org.consentledger.command.terms.Warning.Code.PROVISION_NOT_FOUND;
import static org.consentledger.command.terms.Warning.Code.PUBLISHED_AFTER_EFFECTIVE_DATE;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.ResultValidator;
import org.axonframework.test.aggregate.TestExecutor;
import org.axonframework.test.matchers.Matchers;
import org.consentledger.command.platform.Code;
import org.consentledger.command.platform.CommandRejected;
import org.consentledger.events.Channel;
import org.consentledger.events.ContentDigest;
import org.consentledger.events.EditionNumber;
import org.consentledger.events.PurposeId;
import org.consentledger.events.TermsId;
import org.consentledger.events.terms.Change;
import org.consentledger.events.terms.Change.Procedure;
import org.consentledger.events.terms.EditionContent;
import org.consentledger.events.terms.EditionDrafted;
import org.consentledger.events.terms.EditionPublished;
import org.consentledger.events.terms.NoticeOfChangePosted;
import org.consentledger.events.terms.Policies;
import org.consentledger.events.terms.PurposeOfUse;
import org.consentledger.events.terms.TermsRegistered;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class TermsDocumentTest {
    private static final TermsId TERMS = new TermsId("cloud");
    private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");
    private static final EditionNumber TWELVE = new EditionNumber(12);
    private static final EditionNumber THIRTEEN = new EditionNumber(13);
    private static final LocalDate DAY_12 = LocalDate.of(2019, 7, 30);
    private static final LocalDate DAY_13 = LocalDate.of(2020, 2, 21);
    private static final Instant BEFORE_ALL = Instant.parse("2019-01-01T00:00:00Z");

    private final AggregateTestFixture<TermsDocument> ledger = new AggregateTestFixture<>(TermsDocument.class);

    @Test
    @DisplayName("約款は一度だけ登録できる")
    void registersTermsOnce() {
        ledger.givenNoPriorActivity().when(register()).expectEvents(registered());
        rejects(ledger.given(registered()).when(register()), Code.STATE_CONFLICT);
    }

    @Test
    @DisplayName("登録されていない約款の版は起案できない")
    void rejectsADraftOfUnknownTerms() {
        rejects(ledger.givenNoPriorActivity().when(draft(TWELVE, initial())), Code.TERMS_UNKNOWN);
    }

    @Test
    @DisplayName("公開前の版は何度でも書き直せる")
    void replacesADraft() {
        ledger.given(registered(), new EditionDrafted(TERMS, TWELVE, initial()))
                .when(draft(TWELVE, content("別の本文", DAY_12, Procedure.INITIAL)))
                .expectEvents(new EditionDrafted(TERMS, TWELVE, content("別の本文", DAY_12, Procedure.INITIAL)));
    }

    @Test
    @DisplayName("同じ内容の起案は何も記録しない")
    void recordsNothingForAnIdenticalDraft() {
        ledger.given(registered(), new EditionDrafted(TERMS, TWELVE, initial()))
                .when(draft(TWELVE, initial()))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    @DisplayName("公開した版は書き直せず、二度公開することもできない")
    void rejectsChangesOfAPublishedEdition() {
        rejects(published12().when(draft(TWELVE, initial())), Code.EDITION_ALREADY_PUBLISHED);
        rejects(published12().when(publish(TWELVE)), Code.EDITION_ALREADY_PUBLISHED);
    }

    @Test
    @DisplayName("版は施行日の最初の瞬間 (約款の時間帯) から効力を持つ")
    void publishesWithTheFirstInstantOfTheEffectiveDay() {
        var content = content("十三", DAY_13, Procedure.INITIAL);
        ledger.given(registered(), new EditionDrafted(TERMS, THIRTEEN, content))
                .when(publish(THIRTEEN))
                .expectEvents(new EditionPublished(
                        TERMS, THIRTEEN, ContentDigest.of("十三"), Instant.parse("2020-02-20T15:00:00Z"), content));
    }

    @Test
    @DisplayName("起案されていない版は公開も周知もできない")
    void rejectsAnEditionThatDoesNotExist() {
        rejects(ledger.given(registered()).when(publish(TWELVE)), Code.EDITION_UNKNOWN);
        rejects(ledger.given(registered()).when(notice(BEFORE_ALL, BEFORE_ALL)), Code.EDITION_UNKNOWN);
    }

    @Test
    @DisplayName("公開する版の番号は、公開済みの版より後でなければならない")
    void rejectsANumberBeforeAPublishedOne() {
        var eleven = new EditionNumber(11);
        rejects(
                publishedAfter12(eleven, content("十一", DAY_13, Procedure.ACCEPTANCE))
                        .when(publish(eleven)),
                Code.EDITION_ORDER);
    }

    @Test
    @DisplayName("公開する版の施行日は、公開済みの版より後でなければならない")
    void rejectsAnEffectiveDayThatIsNotLater() {
        rejects(
                publishedAfter12(THIRTEEN, content("十三", DAY_12, Procedure.ACCEPTANCE))
                        .when(publish(THIRTEEN)),
                Code.EDITION_ORDER);
    }

    @Test
    @DisplayName("二番目以降の版は INITIAL ではありえない")
    void rejectsASecondInitialEdition() {
        rejects(
                publishedAfter12(THIRTEEN, content("十三", DAY_13, Procedure.INITIAL))
                        .when(publish(THIRTEEN)),
                Code.EDITION_ORDER);
    }

    @Test
    @DisplayName("同じ本文の版を二度公開することはできない")
    void rejectsATextPublishedBefore() {
        rejects(
                publishedAfter12(THIRTEEN, content("十二", DAY_13, Procedure.ACCEPTANCE))
                        .when(publish(THIRTEEN)),
                Code.SAME_TEXT_PUBLISHED);
    }

    @Test
    @DisplayName("周知は、読めるようになってから記録する")
    void rejectsANoticeOfTheFuture() {
        var now = Instant.parse("2019-07-01T00:00:00Z");
        rejects(published12().when(notice(now.plusSeconds(6), now)), Code.EXPRESSED_IN_FUTURE);
        published12()
                .when(notice(now.plusSeconds(5), now))
                .expectEvents(new NoticeOfChangePosted(TERMS, TWELVE, Channel.WEB, now, null, null));
    }

    @Test
    @DisplayName("施行日を過ぎた公開を警告する")
    void warnsOfALatePublication() {
        assertThat(warnings(initial(), Instant.parse("2019-07-29T14:59:59Z"))).isEmpty();
        assertThat(warnings(initial(), Instant.parse("2019-07-29T15:00:00Z")))
                .containsExactly(PUBLISHED_AFTER_EFFECTIVE_DATE);
    }

    @Test
    @DisplayName("最初の版が INITIAL でないこと、後の版が INITIAL であることを警告する")
    void warnsOfAMisplacedInitialEdition() {
        assertThat(warnings(content("x", DAY_12, Procedure.ACCEPTANCE), BEFORE_ALL))
                .containsExactly(FIRST_EDITION_NOT_INITIAL);
        assertThat(warningsAfter12(THIRTEEN, content("x", DAY_13, Procedure.INITIAL)))
                .containsExactly(INITIAL_NOT_FIRST);
    }

    @Test
    @DisplayName("版の欠番を警告する")
    void warnsOfAGapInNumbers() {
        assertThat(warningsAfter12(new EditionNumber(14), content("x", DAY_13, Procedure.ACCEPTANCE)))
                .containsExactly(GAP_IN_NUMBERS);
    }

    @Test
    @DisplayName("民法548条の4第3項: 施行日前の周知がない変更を警告する。2020年4月1日より前の変更には及ばない")
    void warnsOfAChangeWithoutANoticeInTime() {
        var first = LocalDate.of(2020, 4, 1);
        assertThat(warningsAfter12(THIRTEEN, content("x", first, Procedure.NOTICE)))
                .containsExactly(NO_NOTICE_BEFORE_EFFECTIVE_DATE);
        assertThat(warningsAfter12(THIRTEEN, content("x", first.minusDays(1), Procedure.NOTICE)))
                .isEmpty();
    }

    @Test
    @DisplayName("施行日前の周知があれば警告しない")
    void acceptsANoticeInTime() {
        var content = content("x", LocalDate.of(2020, 4, 1), Procedure.NOTICE);
        var effectiveFrom = Instant.parse("2020-03-31T15:00:00Z");
        assertThat(warningsAfterNotice(content, effectiveFrom.minusMillis(1))).isEmpty();
        assertThat(warningsAfterNotice(content, effectiveFrom)).containsExactly(NO_NOTICE_BEFORE_EFFECTIVE_DATE);
    }

    @Test
    @DisplayName("本文にない条項を挙げる利用目的を警告する")
    void warnsOfAProvisionThatTheTextDoesNotHave() {
        var content = content("第1条 本文", DAY_12, Procedure.INITIAL, purpose("p", "第2条", false));
        assertThat(warnings(content, BEFORE_ALL)).containsExactly(PROVISION_NOT_FOUND);
    }

    @Test
    @DisplayName("同意を要する版にない第三者提供を周知だけで加える版を警告する")
    void warnsOfAThirdPartyPurposeByNoticeAlone() {
        var sharing = purpose("share", "本文", true);
        assertThat(warningsAfter12(THIRTEEN, content("本文", DAY_13, Procedure.NOTICE, sharing)))
                .containsExactly(NOTICE_IS_NOT_CONSENT);
        assertThat(warningsAfter12(THIRTEEN, content("本文", DAY_13, Procedure.ACCEPTANCE, sharing)))
                .isEmpty();
    }

    private List<Warning.Code> warnings(EditionContent content, Instant now) {
        var fixture = ledger.given(registered());
        return codesOf(fixture.when(new DraftEdition(TERMS, TWELVE, content, now)));
    }

    private List<Warning.Code> warningsAfter12(EditionNumber number, EditionContent content) {
        return codesOf(published12().when(draft(number, content)));
    }

    private List<Warning.Code> warningsAfterNotice(EditionContent content, Instant postedAt) {
        return codesOf(ledger.given(
                        registered(),
                        publishedAs12(),
                        new EditionDrafted(TERMS, THIRTEEN, content),
                        new NoticeOfChangePosted(TERMS, THIRTEEN, Channel.WEB, postedAt, null, null))
                .when(draft(THIRTEEN, content)));
    }

    private static List<Warning.Code> codesOf(ResultValidator<TermsDocument> result) {
        var codes = new ArrayList<Warning.Code>();
        result.expectResultMessagePayloadMatching(Matchers.matches((EditionAnswer answer) -> {
            answer.warnings().forEach(warning -> codes.add(warning.code()));
            return true;
        }));
        return codes;
    }

    private static void rejects(ResultValidator<TermsDocument> result, Code code) {
        result.expectNoEvents()
                .expectException(CommandRejected.class)
                .expectException(Matchers.matches((CommandRejected rejected) -> rejected.code() == code));
    }

    private TestExecutor<TermsDocument> published12() {
        return ledger.given(registered(), publishedAs12());
    }

    private TestExecutor<TermsDocument> publishedAfter12(EditionNumber number, EditionContent content) {
        return ledger.given(registered(), publishedAs12(), new EditionDrafted(TERMS, number, content));
    }

    private static EditionPublished publishedAs12() {
        return new EditionPublished(
                TERMS, TWELVE, ContentDigest.of("十二"), Instant.parse("2019-07-29T15:00:00Z"), initial());
    }

    private static TermsRegistered registered() {
        return new TermsRegistered(TERMS, "約款", "提供者", TOKYO, "ja", Policies.standard());
    }

    private static RegisterTerms register() {
        return new RegisterTerms(TERMS, "約款", "提供者", TOKYO, "ja", Policies.standard());
    }

    private static DraftEdition draft(EditionNumber number, EditionContent content) {
        return new DraftEdition(TERMS, number, content, BEFORE_ALL);
    }

    private static PublishEdition publish(EditionNumber number) {
        return new PublishEdition(TERMS, number, BEFORE_ALL);
    }

    private static PostNotice notice(Instant postedAt, Instant now) {
        return new PostNotice(TERMS, TWELVE, Channel.WEB, postedAt, null, null, now);
    }

    private static EditionContent initial() {
        return content("十二", DAY_12, Procedure.INITIAL);
    }

    private static EditionContent content(
            String text, LocalDate effectiveOn, Procedure procedure, PurposeOfUse... purposes) {
        var change = new Change(procedure, Change.Ground.REASONABLE, EditionRules.regimeOn(effectiveOn), null);
        return new EditionContent("版", effectiveOn, effectiveOn, text, change, List.of(purposes));
    }

    private static PurposeOfUse purpose(String id, String provision, boolean thirdParties) {
        return new PurposeOfUse(
                new PurposeId(id), provision, "目的", PurposeOfUse.Mode.WITH_TERMS, List.of(), thirdParties, null, false);
    }
}
