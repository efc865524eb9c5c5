package org.consentledger.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import org.consentledger.command.RunningCommandSide.Answer;
import org.consentledger.events.ContentDigest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

@DisplayName("対照表や文書から草案の本文を作る")
class DraftingTest {
    private static final RunningCommandSide PRODUCT = new RunningCommandSide();
    private static final String DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    private static final String TABLES = "/api/v1/terms/seed/editions/12/tables";
    private static final String TEXTS = "/api/v1/terms/texts";
    private static final String TABLE = read("desknets-comparison-table.txt");

    @BeforeAll
    static void publish() {
        PRODUCT.post("/api/v1/terms", Desknets.registration("seed"));
        var text = JsonMapper.shared().writeValueAsString(read("edition-12.txt"));
        PRODUCT.put("/api/v1/terms/seed/editions/12", String.format(Locale.ROOT, """
                {"label":"第十二版","revisedOn":"2019-07-30","effectiveOn":"2019-07-30","text":%s,
                 "change":{"procedure":"INITIAL"},"purposes":[]}""", text));
        assertThat(PRODUCT.post("/api/v1/terms/seed/editions/12/publication", "{}")
                        .status())
                .isEqualTo(201);
    }

    @AfterAll
    static void stop() {
        PRODUCT.close();
    }

    @Test
    @DisplayName("タブ区切りでも HTML でも DOCX でも、第十二版と会社の対照表から第十三版ができ、何も記録されない")
    void makesTheThirteenthEditionOfTheCompanysTable() {
        long before = PRODUCT.events();
        makesEdition13(send(TABLES, "text/tab-separated-values", TABLE.getBytes(StandardCharsets.UTF_8)));
        makesEdition13(send(TABLES, "text/plain", TABLE.getBytes(StandardCharsets.UTF_8)));
        makesEdition13(send(TABLES, "text/html", html().getBytes(StandardCharsets.UTF_8)));
        makesEdition13(send(TABLES, "text/html;charset=Shift_JIS", html().getBytes(Charset.forName("windows-31j"))));
        makesEdition13(send(TABLES, DOCX, WordFixture.of(wordTable())));
        assertThat(PRODUCT.events()).isEqualTo(before);
    }

    private static void makesEdition13(Answer answer) {
        assertThat(answer.status()).as(answer.response().body()).isEqualTo(200);
        assertThat(answer.json().path("problems")).isEmpty();
        assertThat(answer.text("text")).isEqualTo(read("edition-13.txt"));
        assertThat(answer.json().path("elided")).hasSize(4);
    }

    @Test
    @DisplayName("旧版と合わない行は、番号と言葉で報告される")
    void reportsRowsThatDoNotFit() {
        var answer = send(TABLES, "text/plain", "旧\t新\n第99条 甲\t第99条 乙\n".getBytes(StandardCharsets.UTF_8));
        assertThat(answer.text("text")).isEqualTo(read("edition-12.txt"));
        assertThat(answer.json().at("/problems/0/code").asString()).isEqualTo("OLD_CELL_NOT_FOUND");
        assertThat(answer.json().at("/problems/0/row").intValue()).isEqualTo(1);
        assertThat(answer.json().at("/problems/0/message").asString()).contains("第99条 甲");
    }

    @Test
    @DisplayName("Word の段落番号は、印刷されるとおりの字になる")
    void spellsTheNumbersOfWordLists() {
        var levels = level(0, "decimalFullWidth", "第%1条")
                + level(1, "decimalEnclosedCircle", "%2")
                + level(2, "japaneseCounting", "%3、");
        var numbering = "<w:abstractNum w:abstractNumId=\"0\">" + levels
                + "</w:abstractNum><w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num>";
        var body = WordFixture.paragraph("約款")
                + WordFixture.numbered(0, "目的")
                + WordFixture.numbered(1, "一つめ")
                + WordFixture.numbered(1, "二つめ")
                + WordFixture.numbered(2, "深い")
                + WordFixture.numbered(0, "定義")
                + WordFixture.numbered(1, "また一つめ")
                + "<w:p><w:r><w:t>残り</w:t></w:r><w:del><w:r><w:delText>消えた</w:delText></w:r></w:del>"
                + "<w:ins><w:r><w:t>加わった</w:t></w:r></w:ins><w:r><w:instrText> =1+1 </w:instrText></w:r></w:p>";
        var answer = send(TEXTS, DOCX, WordFixture.of(body, numbering));
        assertThat(answer.text("text")).isEqualTo("約款\n第１条 目的\n① 一つめ\n② 二つめ\n一、 深い\n第２条 定義\n① また一つめ\n残り加わった\n");
        assertThat(answer.json().at("/warnings/0/code").asString()).isEqualTo("TRACKED_CHANGES_ACCEPTED");
    }

    @Test
    @DisplayName("Markdown は、記号のないただの行になる")
    void spellsMarkdownAsPlainLines() {
        var markdown = """
                # 利用約款

                ## 第1条（目的）
                **当社**は、\\*印を用いる。
                次の行。

                3. 三
                4. 四
                   1. 下

                [規約](https://example.com/x) <b>太</b>
                """;
        var answer = send(TEXTS, "text/markdown", markdown.getBytes(StandardCharsets.UTF_8));
        assertThat(answer.text("text"))
                .isEqualTo("利用約款\n\n第1条（目的）\n\n当社は、*印を用いる。\n次の行。\n\n3. 三\n4. 四\n  1. 下\n\n規約 太\n");
        assertThat(answer.json().path("warnings").toString()).contains("LINK_ADDRESSES_LEFT_OUT", "HTML_LEFT_OUT");
    }

    @Test
    @DisplayName("ただの文は、制御文字のほか一字も変わらず、改ページもそのまま草案になる")
    void takesPlainTextAsItIs() {
        var kept = "約款\r\n =1+1\f\u000b\u0085\n";
        var answer = send(TEXTS, "text/plain", ("\ufeff" + kept + "\u0007").getBytes(StandardCharsets.UTF_8));
        assertThat(answer.text("text")).isEqualTo(kept);
        assertThat(answer.json().at("/warnings/0/code").asString()).isEqualTo("CONTROL_CHARACTERS_LEFT_OUT");
        var draft = PRODUCT.put("/api/v1/terms/seed/editions/13", Desknets.draft(kept, "2020-02-21", "NOTICE"));
        assertThat(draft.text("digest")).isEqualTo(ContentDigest.of(kept).value());
    }

    @Test
    @DisplayName("害になる文書は、はっきり断られ、何も残らない")
    void refusesHostileDocuments() {
        var bomb = WordFixture.parts("", "");
        bomb.put("word/document.xml", " ".repeat(40_000_000));
        var entity = WordFixture.parts("", "");
        entity.put(
                "word/document.xml", "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><x xmlns=\"x\">&e;</x>");
        var nowhere = WordFixture.parts("", "");
        nowhere.replaceAll((_, part) -> part.replace("word/document.xml", "http://x/y z"));
        var deep = WordFixture.of("<w:tbl>".repeat(1_000) + "</w:tbl>".repeat(1_000));
        var disguised = new LinkedHashMap<String, String>();
        WordFixture.parts("<w:tbl>".repeat(1_000) + "</w:tbl>".repeat(1_000), "")
                .forEach((name, part) -> disguised.put(
                        name.replace("document.xml", "document.bin"), part.replace("document.xml", "document.bin")));
        byte[] whole = WordFixture.of(WordFixture.paragraph("約款"));
        for (var path : new String[] {TEXTS, TABLES}) {
            for (byte[] document : new byte[][] {
                WordFixture.zip(bomb),
                WordFixture.zip(entity),
                WordFixture.zip(nowhere),
                WordFixture.openDocument(),
                deep,
                WordFixture.zip(disguised),
                Arrays.copyOf(whole, whole.length / 2),
                "no zip".getBytes(StandardCharsets.US_ASCII),
                {}
            }) {
                PRODUCT.refused(422, "DOCUMENT_UNREADABLE", () -> send(path, DOCX, document));
            }
            PRODUCT.refused(413, "TOO_LARGE", () -> send(path, DOCX, new byte[50_000_000]));
            PRODUCT.refused(422, "DOCUMENT_UNREADABLE", () -> send(path, "text/plain", new byte[] {(byte) 0xff}));
            PRODUCT.refused(415, "UNSUPPORTED_MEDIA_TYPE", () -> send(path, "image/png", new byte[] {1}));
        }
        PRODUCT.refused(422, "TABLE_NOT_FOUND", () -> send(TABLES, DOCX, whole));
        PRODUCT.refused(
                404, "TERMS_UNKNOWN", () -> send("/api/v1/terms/none/editions/1/tables", "text/plain", new byte[1]));
        PRODUCT.refused(
                404, "EDITION_UNKNOWN", () -> send("/api/v1/terms/seed/editions/1/tables", "text/plain", new byte[1]));
    }

    private static String level(int level, String format, String text) {
        return "<w:lvl w:ilvl=\"" + level + "\"><w:start w:val=\"1\"/><w:numFmt w:val=\"" + format
                + "\"/><w:lvlText w:val=\"" + text + "\"/></w:lvl>";
    }

    /** The company's table, its cells as they are, in one table of a page. */
    private static String html() {
        return TABLE.lines()
                .filter(line -> line.contains("\t"))
                .map(line -> "<tr><td>" + line.replace("\t", "</td><td>") + "</td></tr>")
                .collect(Collectors.joining("\n", "<table>", "</table>"))
                .replaceAll(" {4,}", "<br>");
    }

    private static String wordTable() {
        return TABLE.lines()
                .filter(line -> line.contains("\t"))
                .map(line -> Arrays.stream(line.split("\t", -1))
                        .map(cell -> cell.replaceAll("</p>", "\n").replaceAll("<[^>]*>", ""))
                        .map(cell -> cell.lines().map(WordFixture::paragraph).collect(Collectors.joining()))
                        .collect(Collectors.joining("</w:tc><w:tc>", "<w:tr><w:tc>", "</w:tc></w:tr>")))
                .collect(Collectors.joining("", "<w:tbl>", "</w:tbl>"));
    }

    private static Answer send(String path, String type, byte[] document) {
        return PRODUCT.send("POST", path, BodyPublishers.ofByteArray(document), "Content-Type", type);
    }

    private static String read(String name) {
        try (var in = Objects.requireNonNull(DraftingTest.class.getResourceAsStream("/seeds/" + name))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
