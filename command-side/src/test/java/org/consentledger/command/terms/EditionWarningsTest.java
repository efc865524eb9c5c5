package org.consentledger.command.terms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.consentledger.command.terms.SampleTerms.BEFORE_ALL;
import static org.consentledger.command.terms.SampleTerms.DAY_12;
import static org.consentledger.command.terms.SampleTerms.DAY_13;
import static org.consentledger.command.terms.SampleTerms.TERMS;
import static org.consentledger.command.terms.SampleTerms.THIRTEEN;
import static org.consentledger.command.terms.SampleTerms.TWELVE;
import static org.consentledger.command.terms.SampleTerms.content;
import static org.consentledger.command.terms.SampleTerms.draft;
import static org.consentledger.command.terms.SampleTerms.initial;
import static org.consentledger.command.terms.SampleTerms.published;
import static org.consentledger.command.terms.SampleTerms.publishedAs12;
import static org.consentledger.command.terms.SampleTerms.purpose;
import static org.consentledger.command.terms.SampleTerms.registered;
import static org.consentledger.command.terms.Warning.Code.EARLIER_CHANGE_NOT_ACCEPTED;
import static org.consentledger.command.terms.Warning.Code.FIRST_EDITION_NOT_INITIAL;
import static org.consentledger.command.terms.Warning.Code.GAP_IN_NUMBERS;
import static org.consentledger.command.terms.Warning.Code.INITIAL_NOT_FIRST;
import static org.consentledger.command.terms.Warning.Code.NOTICE_IS_NOT_CONSENT;
import static org.consentledger.command.terms.Warning.Code.NO_NOTICE_BEFORE_EFFECTIVE_DATE;
import static org.consentledger.command.terms.Warning.Code.OUT_OF_ORDER;
import static org.consentledger.command.terms.Warning.Code.PROVISION_NOT_FOUND;
import static org.consentledger.command.terms.Warning.Code.PUBLISHED_AFTER_EFFECTIVE_DATE;
import static org.consentledger.command.terms.Warning.Code.SAME_TEXT;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.ResultValidator;
import org.axonframework.test.aggregate.TestExecutor;
import org.axonframework.test.matchers.Matchers;
import org.consentledger.events.Channel;
import org.consentledger.events.EditionNumber;
import org.consentledger.events.terms.Change.Procedure;
import org.consentledger.events.terms.EditionContent;
import org.consentledger.events.terms.EditionDrafted;
import org.consentledger.events.terms.EditionWithdrawn;
import org.consentledger.events.terms.NoticeOfChangePosted;
import org.consentledger.events.terms.PurposeOfUse;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class EditionWarningsTest {
    private final AggregateTestFixture<TermsDocument> ledger = new AggregateTestFixture<>(TermsDocument.class);

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
    @DisplayName("同意を要する版にない第三者提供を周知だけで加え、または変える版を警告する")
    void warnsOfAThirdPartyPurposeByNoticeAlone() {
        var sharing = purpose("share", "第1条", true);
        assertThat(warningsAfter12(THIRTEEN, content("第1条 本文", DAY_13, Procedure.NOTICE, sharing)))
                .containsExactly(NOTICE_IS_NOT_CONSENT);
        assertThat(warningsAfter12(THIRTEEN, content("第1条 本文", DAY_13, Procedure.ACCEPTANCE, sharing)))
                .isEmpty();
        assertThat(warningsAfterAcceptanceOf(sharing, sharing)).isEmpty();
        assertThat(warningsAfterAcceptanceOf(sharing, changed(sharing, List.of("氏名"), false)))
                .containsExactly(NOTICE_IS_NOT_CONSENT);
        assertThat(warningsAfterAcceptanceOf(sharing, changed(sharing, List.of(), true)))
                .containsExactly(NOTICE_IS_NOT_CONSENT);
    }

    @Test
    @DisplayName("同意を要する版が間にあれば、同意していない人に周知が及ばないことを警告する")
    void warnsOfAnEarlierChangeThatNeededAcceptance() {
        var thirteen = published(THIRTEEN, content("第1条 十三", DAY_13, Procedure.ACCEPTANCE));
        var fourteen = content("第1条 十四", DAY_13.plusDays(1), Procedure.NOTICE);
        assertThat(codesOf(ledger.given(registered(), publishedAs12(), thirteen)
                        .when(draft(new EditionNumber(14), fourteen))))
                .containsExactly(EARLIER_CHANGE_NOT_ACCEPTED);
    }

    @Test
    @DisplayName("公開できない版 (順序、同じ本文) は、起案のときに警告する")
    void warnsOfWhatPublicationWouldRefuse() {
        assertThat(warningsAfter12(THIRTEEN, content("x", DAY_12, Procedure.ACCEPTANCE)))
                .containsExactly(OUT_OF_ORDER);
        assertThat(warningsAfter12(new EditionNumber(11), content("x", DAY_13, Procedure.ACCEPTANCE)))
                .containsExactly(OUT_OF_ORDER);
        assertThat(warningsAfter12(THIRTEEN, content("十二", DAY_13, Procedure.ACCEPTANCE)))
                .containsExactly(SAME_TEXT);
    }

    @Test
    @DisplayName("撤回した版の番号は欠番ではない")
    void missesNoWithdrawnNumber() {
        var thirteen = published(THIRTEEN, content("十三", DAY_13, Procedure.ACCEPTANCE));
        assertThat(codesOf(ledger.given(
                                registered(), publishedAs12(), thirteen, new EditionWithdrawn(TERMS, THIRTEEN, "誤り"))
                        .when(draft(new EditionNumber(14), content("x", DAY_13, Procedure.ACCEPTANCE)))))
                .isEmpty();
    }

    private List<Warning.Code> warningsAfterAcceptanceOf(PurposeOfUse accepted, PurposeOfUse drafted) {
        var thirteen = published(THIRTEEN, content("第1条 十三", DAY_13, Procedure.INITIAL, accepted));
        var fourteen = content("第1条 十四", DAY_13.plusDays(1), Procedure.NOTICE, drafted);
        return codesOf(ledger.given(registered(), thirteen).when(draft(new EditionNumber(14), fourteen)));
    }

    private static PurposeOfUse changed(PurposeOfUse purpose, List<String> dataItems, boolean materialChange) {
        return new PurposeOfUse(
                purpose.purposeId(),
                purpose.provision(),
                purpose.title(),
                purpose.mode(),
                dataItems,
                purpose.thirdParties(),
                null,
                materialChange);
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
            answer.report().warnings().forEach(warning -> codes.add(warning.code()));
            return true;
        }));
        return codes;
    }

    private TestExecutor<TermsDocument> published12() {
        return ledger.given(registered(), publishedAs12());
    }
}
