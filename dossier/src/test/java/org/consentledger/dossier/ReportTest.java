package org.consentledger.dossier;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.consentledger.ledger.tree.Hash;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ReportTest {
    /** Another one is another form of dossiers: those that were handed out would no longer verify (decision 27). */
    private static final String PAGE_SHA256 = "38eeac8d8ff1bdbf155c552030bcad70887c7495daf1d64dca629c7145c2349f";

    private static final String PRINTED_SHA256 = "03bd6ab2e137d3c7055a0484010fba11ee39e5bd9566658a8773923585a52451";

    private static byte[] page = {};

    @BeforeAll
    static void write() {
        page = Objects.requireNonNull(DossierFiles.of(FixedDossier.sources()).get(DossierPaths.REPORT));
    }

    @Test
    @DisplayName("報告書は、どの計算機でも同じバイト列になる")
    void isTheSameBytesOnEveryMachine() {
        assertThat(Hash.sha256(page).hex()).isEqualTo(PAGE_SHA256);
        assertThat(Hash.sha256(PrintedReport.of(page)).hex()).isEqualTo(PRINTED_SHA256);
    }

    @Test
    @DisplayName("最初のページは、照会・回答・目的・理由・証拠・検証の方法を述べる")
    void saysOnItsFirstPageWhatIsAskedAndAnsweredAndWhyAndHowToCheckIt() {
        var text = new String(page, UTF_8);
        assertThat(text.substring(0, text.indexOf("</section>")))
                .contains("第2版（2021年7月1日 施行）が、変更の周知により、2021年7月1日 00:00:00 (Asia/Tokyo) からお客様に適用されている。")
                .contains("<td>第2条 サービスの提供</td><td>同意した（約款への同意による）</td>")
                .contains("<td>第2条 お知らせ</td><td>同意したが、後に撤回した</td>")
                .contains("<td>第3条 通話の録音</td><td>周知による（本人の同意ではない）</td>")
                .contains("利用を停止しています")
                .contains("events/10.json, receipts/10")
                .contains("ledger verify --key");
    }
}
