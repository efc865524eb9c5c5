package org.consentledger.query.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.consentledger.events.ContentDigest;
import org.consentledger.events.EditionNumber;
import org.consentledger.events.TermsId;
import org.consentledger.events.terms.Change;
import org.consentledger.events.terms.EditionContent;
import org.consentledger.events.terms.EditionPublished;
import org.consentledger.events.terms.EditionWithdrawn;
import org.consentledger.events.terms.ProvisionMatch;
import org.consentledger.query.AskedApplication;
import org.consentledger.query.Facts;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("作成者が直した対応による新旧対照表")
class CorrectedComparisonTest {
    private static final String ONE = "第1条 利用者は料金を支払う。\n第2条 当社は通話を録音する。\n第3条 準拠法は日本法とする。\n";

    /** What article 2 says reads like nothing before; its author says that it is article 1 of old. */
    private static final String TWO = "第1条 当社は通話を録音する。\n第2条 対価の弁済につき別紙による。\n第3条 準拠法は日本法とする。\n";

    private static final String THREE =
            TWO.replace("第3条", "第4条").replace("第2条", "第3条").replace("第1条", "第2条");

    @SuppressWarnings("NullAway.Init")
    private static AskedApplication application;

    private static long beforeTheWithdrawal;

    @BeforeAll
    static void given() {
        application = AskedApplication.start();
        beforeTheWithdrawal = application.record(
                Facts.registered("cloud"),
                published(1, ONE),
                published(2, TWO, new ProvisionMatch("art:2", "art:1")),
                published(3, THREE));
        application.record(new EditionWithdrawn(new TermsId("cloud"), new EditionNumber(2), "誤り"));
    }

    @AfterAll
    static void stop() {
        application.close();
    }

    @Test
    @DisplayName("訂正された条は、新設と削除ではなく移動である")
    void followsTheAuthor() {
        assertThat(articles("1/2", beforeTheWithdrawal)).contains("MOVED art:2 < art:1");
    }

    @Test
    @DisplayName("途中の版の訂正は、離れた版の比較にも、逆向きの比較にも効く")
    void carriesTheCorrectionAlong() {
        assertThat(articles("1/3", beforeTheWithdrawal)).contains("MOVED art:3 < art:1");
        assertThat(articles("3/1", beforeTheWithdrawal)).contains("CHANGED art:1 < art:3");
    }

    @Test
    @DisplayName("撤回された版を間に数えず、その訂正も効かない")
    void passesOverWithdrawnEditions() {
        assertThat(articles("1/3", beforeTheWithdrawal + 1)).noneMatch(row -> row.contains("art:3 < art:1"));
    }

    private static List<String> articles(String editions, long size) {
        var answer = application.get("/api/v1/terms/cloud/comparisons/" + editions + "?knownAt=position:" + size);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        var rows = new ArrayList<String>();
        AskedApplication.json(answer)
                .get("rows")
                .forEach(row -> rows.add(
                        row.get("remark").stringValue() + " " + row.get("path").stringValue() + " < "
                                + row.get("oldPath").asString("none")));
        return rows;
    }

    private static EditionPublished published(int number, String text, ProvisionMatch... matches) {
        var day = LocalDate.of(2019, number, 1);
        var change = new Change(Change.Procedure.ACCEPTANCE, Change.Ground.REASONABLE, Change.Regime.EARLIER, null);
        return new EditionPublished(
                new TermsId("cloud"),
                new EditionNumber(number),
                ContentDigest.of(text),
                day.atStartOfDay(Facts.TOKYO).toInstant(),
                new EditionContent("版", day, day, text, change, List.of(), List.of(matches)));
    }
}
