package org.consentledger.command.terms;

import static org.consentledger.command.terms.SampleTerms.BEFORE_ALL;
import static org.consentledger.command.terms.SampleTerms.DAY_12;
import static org.consentledger.command.terms.SampleTerms.DAY_13;
import static org.consentledger.command.terms.SampleTerms.TERMS;
import static org.consentledger.command.terms.SampleTerms.THIRTEEN;
import static org.consentledger.command.terms.SampleTerms.TWELVE;
import static org.consentledger.command.terms.SampleTerms.content;
import static org.consentledger.command.terms.SampleTerms.draft;
import static org.consentledger.command.terms.SampleTerms.initial;
import static org.consentledger.command.terms.SampleTerms.notice;
import static org.consentledger.command.terms.SampleTerms.publish;
import static org.consentledger.command.terms.SampleTerms.publishedAs12;
import static org.consentledger.command.terms.SampleTerms.register;
import static org.consentledger.command.terms.SampleTerms.registered;

import java.time.Instant;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.ResultValidator;
import org.axonframework.test.aggregate.TestExecutor;
import org.axonframework.test.matchers.Matchers;
import org.consentledger.command.platform.Code;
import org.consentledger.command.platform.CommandRejected;
import org.consentledger.events.Channel;
import org.consentledger.events.ContentDigest;
import org.consentledger.events.EditionNumber;
import org.consentledger.events.terms.Change.Procedure;
import org.consentledger.events.terms.EditionContent;
import org.consentledger.events.terms.EditionDrafted;
import org.consentledger.events.terms.EditionPublished;
import org.consentledger.events.terms.EditionWithdrawn;
import org.consentledger.events.terms.NoticeOfChangePosted;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class TermsDocumentTest {
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
    @DisplayName("同じ内容の周知は、二度目は何も記録しない。別の時刻の周知は記録する")
    void recordsNothingForAnIdenticalNotice() {
        var posted = notice(BEFORE_ALL, BEFORE_ALL);
        ledger.given(registered(), new EditionDrafted(TERMS, TWELVE, initial()))
                .andGivenCommands(posted)
                .when(notice(BEFORE_ALL, BEFORE_ALL.plusSeconds(60)))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
        var other = BEFORE_ALL.minusSeconds(60);
        ledger.given(registered(), new EditionDrafted(TERMS, TWELVE, initial()))
                .andGivenCommands(posted)
                .when(notice(other, BEFORE_ALL))
                .expectEvents(new NoticeOfChangePosted(TERMS, TWELVE, Channel.WEB, other, null, null));
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
    @DisplayName("撤回した版は順序に数えず、その本文も別の番号で公開できる")
    void passesOverWithdrawnEditions() {
        var content = content("十二", DAY_12, Procedure.INITIAL);
        ledger.given(
                        registered(),
                        publishedAs12(),
                        new EditionWithdrawn(TERMS, TWELVE, "誤り"),
                        new EditionDrafted(TERMS, THIRTEEN, content))
                .when(publish(THIRTEEN))
                .expectEvents(new EditionPublished(
                        TERMS, THIRTEEN, ContentDigest.of("十二"), Instant.parse("2019-07-29T15:00:00Z"), content));
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
}
