package org.consentledger.query.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.consentledger.comparison.ComparisonTable;
import org.consentledger.events.ContentDigest;
import org.consentledger.events.EditionNumber;
import org.consentledger.events.TermsId;
import org.consentledger.provisions.Structure;
import org.consentledger.query.comparison.ComparedEdition.Status;
import org.consentledger.query.comparison.PrintedTable.ReadCell;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("新旧対照表の印刷")
class PrintedFormsTest {
    private static final Comparison SEED = comparison(
            edition(12, "第十二版", "2019-07-30", Compared.EDITION_12),
            edition(13, "第十三版", "2020-02-21", Compared.EDITION_13));

    @ParameterizedTest
    @EnumSource(names = {"HTML", "DOCX", "XLSX"})
    @DisplayName("S1〜S4：どの形式でも、列は新・旧・備考、変わった語だけが太字下線")
    void printsTheSeed(Format format) {
        var table = read(format, print(format, SEED, Locale.JAPANESE));
        assertThat(table.column(2)).containsExactly("備考", "(変更)", "(略)", "(新設)", "(略)", "(新設)", "(略)", "(新設)", "(略)");
        assertThat(table.column(0).getFirst()).startsWith("新");
        assertThat(table.column(1).getFirst()).startsWith("旧");
        var title = table.rows().get(1);
        assertThat(title.get(0).text()).isEqualTo("desknet's クラウドサービス利用約款 2020年2月21日 第十三版");
        assertThat(title.get(1).text()).isEqualTo("desknet's クラウドサービス利用約款 2019年7月30日 第十二版");
        assertThat(title.get(0).marked()).startsWith("2020").doesNotContain("desknet");
        assertThat(title.get(1).marked()).startsWith("2019").doesNotContain("desknet");
        var sixth = table.rows().get(3);
        assertThat(sixth.get(0).text()).startsWith("(問い合わせ窓口)\n第6条 (略)\n2 当社は、").contains("お問合せ");
        assertThat(sixth.get(0).marked()).startsWith("2 当社は、").endsWith("使用しないものとします。");
        assertThat(sixth.get(1).text()).isEqualTo("(問い合わせ窓口)\n第6条 (略)");
        assertThat(table.rows().get(5).get(0).text()).startsWith("(個人情報の保護)\n第32条 (略)\n4 (略)\n2 当社は、");
        assertThat(table.rows().get(7).get(0).text())
                .startsWith("付則 2019年7月30日 (略)\n付則 2020年2月21日\n第1条（実施期日）\nこのサービス利用約款は、");
        assertThat(table.rows().get(7).get(1).text()).isEqualTo("付則 2019年7月30日 (略)");
        assertThat(table.rows().get(2)).extracting(ReadCell::text).containsExactly("(略)", "(略)", "(略)");
    }

    @ParameterizedTest
    @EnumSource(names = {"HTML", "DOCX", "XLSX"})
    void speaksEnglish(Format format) {
        var table = read(format, print(format, SEED, Locale.ENGLISH));
        assertThat(table.column(2).subList(0, 4)).containsExactly("Remarks", "(changed)", "(omitted)", "(added)");
        assertThat(table.rows().get(2).getFirst().text()).isEqualTo("(omitted)");
    }

    @Test
    @DisplayName("見出しの最初の行は列の名だけ。読み戻すときの目印になる")
    void namesTheColumnsOnALineOfTheirOwn() {
        assertThat(new String(print(Format.HTML, SEED, Locale.JAPANESE), StandardCharsets.UTF_8))
                .contains("<th scope=\"col\">新<br>", "<th scope=\"col\">旧<br>");
        assertThat(read(Format.DOCX, print(Format.DOCX, SEED, Locale.JAPANESE))
                        .column(0)
                        .getFirst())
                .startsWith("新\n");
    }

    @Test
    @DisplayName("行の高さは、代わりの高いフォントで印刷しても足りる")
    void leavesRoomForTallerFonts() throws IOException {
        try (var workbook = new XSSFWorkbook(new ByteArrayInputStream(print(Format.XLSX, SEED, Locale.JAPANESE)))) {
            var added = workbook.getSheetAt(0).getRow(7);
            // Five lines of 10 points, and a line half as high again, as Noto Serif CJK has it.
            assertThat(added.getHeightInPoints()).isGreaterThan(5 * 14.5f);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"HTML", "DOCX", "XLSX"})
    @DisplayName("本文に何が書かれていても、ただの文字として出る")
    void printsHostileTextAsText(Format format) {
        var hostile = "約款\n第1条 =HYPERLINK(\"https://x\") <script>alert(1)</script> &amp; \u0001\ufffe\f改頁\n";
        byte[] printed = print(
                format,
                comparison(
                        edition(1, "=1+1 & <b>", "2019-07-30", "約款\n第1条 甲\n"), edition(2, "@二", "2020-02-21", hostile)),
                Locale.JAPANESE);
        assertThat(read(format, printed).rows().toString())
                .contains("=HYPERLINK(\"https://x\") <script>alert(1)</script> &amp; \ufffd\ufffd\n改頁");
        if (format == Format.HTML) {
            assertThat(new String(printed, StandardCharsets.UTF_8))
                    .doesNotContain("<script", "<b>")
                    .startsWith("<!doctype html>");
        }
    }

    private static Comparison comparison(ComparedEdition older, ComparedEdition newer) {
        var table = ComparisonTable.of(Structure.of(older.text()), Structure.of(newer.text()), List.of());
        return new Comparison(new TermsId("cloud"), "クラウド約款", "ja", older, newer, table);
    }

    private static ComparedEdition edition(int number, String label, String day, String text) {
        return new ComparedEdition(
                new EditionNumber(number),
                Status.PUBLISHED,
                label,
                LocalDate.parse(day),
                Instant.EPOCH,
                ContentDigest.of(text),
                text,
                List.of());
    }

    private static byte[] print(Format format, Comparison comparison, Locale language) {
        var wording = new Wording(language);
        return switch (format) {
            case JSON -> throw new IllegalArgumentException("JSON is not printed");
            case HTML -> HtmlTable.of(comparison, wording);
            case DOCX -> WordTable.of(comparison, wording);
            case XLSX -> SpreadsheetTable.of(comparison, wording);
        };
    }

    private static PrintedTable read(Format format, byte[] printed) {
        return switch (format) {
            case JSON -> throw new IllegalArgumentException("JSON is not printed");
            case HTML -> PrintedTable.html(printed);
            case DOCX -> PrintedTable.docx(printed);
            case XLSX -> PrintedTable.xlsx(printed);
        };
    }
}
