package org.consentledger.command.terms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.consentledger.command.terms.SampleTerms.DAY_12;
import static org.consentledger.command.terms.SampleTerms.DAY_13;
import static org.consentledger.command.terms.SampleTerms.THIRTEEN;
import static org.consentledger.command.terms.SampleTerms.TWELVE;
import static org.consentledger.command.terms.SampleTerms.content;
import static org.consentledger.command.terms.SampleTerms.draft;
import static org.consentledger.command.terms.SampleTerms.published;
import static org.consentledger.command.terms.SampleTerms.purpose;
import static org.consentledger.command.terms.SampleTerms.registered;
import static org.consentledger.command.terms.Warning.Code.MATCH_NOT_FOUND;
import static org.consentledger.command.terms.Warning.Code.MATCH_WAS_NOT_FOUND;
import static org.consentledger.command.terms.Warning.Code.PROVISION_ELSEWHERE;
import static org.consentledger.command.terms.Warning.Code.PROVISION_GONE;
import static org.consentledger.command.terms.Warning.Code.PROVISION_NOT_FOUND;

import java.util.ArrayList;
import java.util.List;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.matchers.Matchers;
import org.consentledger.command.terms.Warning.Place;
import org.consentledger.events.PurposeId;
import org.consentledger.events.terms.Change.Procedure;
import org.consentledger.events.terms.EditionContent;
import org.consentledger.events.terms.ProvisionMatch;
import org.consentledger.events.terms.PurposeOfUse;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ProvisionWarningsTest {
    private static final String OLDER = """
            第6条 問い合わせ窓口は、コミュニケーションセンターとします。
            第7条 当社は、お客様の個人情報を次の各号のために利用します。
            (1) 料金の請求及び与信管理のため
            (2) お客様への新商品の案内のため
            """;

    /** An article is put in, and an item. */
    private static final String NEWER = """
            第6条 問い合わせ窓口は、コミュニケーションセンターとします。
            第6条の2 当社は、通話を録音します。
            第8条 当社は、お客様の個人情報を次の各号のために利用します。
            (1) 料金の請求及び与信管理のため
            (2) 退会の処理のため
            (3) お客様への新商品の案内のため
            """;

    private final AggregateTestFixture<TermsDocument> ledger = new AggregateTestFixture<>(TermsDocument.class);

    @Test
    @DisplayName("利用目的が同じ条項に掛かっていれば、番号がずれても警告しない")
    void followsTheIdentityOfAProvision() {
        assertThat(warnings(purpose("news", "第8条第1項第3号", false))).isEmpty();
        assertThat(warnings(purpose("news", "art:8/para:1/item:3", false))).isEmpty();
        assertThat(warnings(purpose("leaving", "第8条第1項第2号", false))).isEmpty();
    }

    @Test
    @DisplayName("前の版の番号のままの利用目的には、条項の今の場所を示す")
    void proposesWhereTheProvisionIsNow() {
        var elsewhere = Warning.at(
                "/purposes/0/provision",
                PROVISION_ELSEWHERE,
                new PurposeId("news"),
                new Place("art:7/para:1/item:2"),
                new Place("art:8/para:1/item:3"),
                "art:8/para:1/item:3");
        assertThat(warnings(purpose("news", "第8条第1項第2号", false))).containsExactly(elsewhere);
        assertThat(warnings(purpose("news", "第7条第1項第2号", false)))
                .containsExactly(Warning.at("/purposes/0/provision", PROVISION_NOT_FOUND, "第7条第1項第2号"), elsewhere);
    }

    @Test
    @DisplayName("条項がなくなり、利用目的が別の条項を挙げていれば警告する")
    void tellsThatTheProvisionIsGone() {
        var without = NEWER.replace("(3) お客様への新商品の案内のため\n", "");
        assertThat(warnings(without, List.of(), purpose("news", "第6条", false)))
                .extracting(Warning::code)
                .containsExactly(PROVISION_GONE);
    }

    @Test
    @DisplayName("作成者の対応は、文の似かたに優先する")
    void followsTheAuthorsMatch() {
        var match = new ProvisionMatch("art:8/para:1/item:2", "art:7/para:1/item:2");
        assertThat(warnings(NEWER, List.of(match), purpose("news", "第8条第1項第2号", false)))
                .isEmpty();
        assertThat(warnings(NEWER, List.of(match), purpose("news", "第8条第1項第3号", false)))
                .extracting(Warning::code)
                .containsExactly(PROVISION_ELSEWHERE);
    }

    @Test
    @DisplayName("ない条項を挙げる対応を警告し、使わない")
    void tellsOfMatchesOfNothing() {
        assertThat(warnings(NEWER, List.of(new ProvisionMatch("art:9", "art:5"), new ProvisionMatch("art:10", null))))
                .containsExactly(
                        Warning.at("/matches/0/path", MATCH_NOT_FOUND, "art:9"),
                        Warning.at("/matches/0/was", MATCH_WAS_NOT_FOUND, "art:5"),
                        Warning.at("/matches/1/path", MATCH_NOT_FOUND, "art:10"));
    }

    private List<Warning> warnings(PurposeOfUse purpose) {
        return warnings(NEWER, List.of(), purpose);
    }

    private List<Warning> warnings(String text, List<ProvisionMatch> matches, PurposeOfUse... purposes) {
        var before = content(
                OLDER,
                DAY_12,
                Procedure.INITIAL,
                purpose("billing", "第7条第1号", false),
                purpose("news", "第7条第2号", false));
        var drafted = content(text, DAY_13, Procedure.ACCEPTANCE, purposes);
        var corrected = new EditionContent(
                drafted.label(),
                drafted.revisedOn(),
                drafted.effectiveOn(),
                drafted.text(),
                drafted.change(),
                drafted.purposes(),
                matches);
        var warnings = new ArrayList<Warning>();
        ledger.given(registered(), published(TWELVE, before))
                .when(draft(THIRTEEN, corrected))
                .expectResultMessagePayloadMatching(Matchers.matches((EditionAnswer answer) -> {
                    warnings.addAll(answer.report().warnings());
                    return true;
                }));
        return warnings;
    }
}
