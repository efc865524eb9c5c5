package org.consentledger.standalone.hostile;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Documents that an attacker uploads: larger inside than outside, deeper than a stack, or asking to be helped to files. */
final class Documents {
    static final String DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    private static final String W =
            "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>";
    private static final String END = "</w:body></w:document>";

    private final Random random;

    Documents(Random random) {
        this.random = random;
    }

    byte[] of(String mediaType) {
        var bytes = switch (mediaType) {
            case DOCX -> word();
            case "text/csv" -> text(csv());
            case "application/x-ndjson" -> text(lines());
            case "text/html" -> text(html());
            case "text/markdown" -> text(markdown());
            default -> text(plain());
        };
        return random.nextInt(6) == 0 ? spoiled(bytes) : bytes;
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private byte[] spoiled(byte[] bytes) {
        for (int i = 0; i < 5 && bytes.length > 0; i++) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
        }
        return bytes;
    }

    private byte[] word() {
        var paragraph = "<w:p><w:r><w:t>第1条 " + escaped(one(BadTexts.INJECTIONS)) + "</w:t></w:r></w:p>";
        return switch (random.nextInt(10)) {
            case 0 -> zip("word/document.xml", W + paragraph + " ".repeat(30_000_000) + END, "application/xml");
            case 1 ->
                zip(
                        "word/document.xml",
                        "<!DOCTYPE x [<!ENTITY a \"" + "b".repeat(1000) + "\"><!ENTITY c \"" + "&a;".repeat(1000)
                                + "\">]>" + W + "&c;" + END,
                        "application/xml");
            case 2 ->
                zip(
                        "word/document.xml",
                        "<!DOCTYPE x [<!ENTITY a SYSTEM \"file:///etc/passwd\">]>" + W + "&a;" + END,
                        "application/xml");
            case 3 ->
                zip("word/document.xml", W + "<w:tbl>".repeat(5000) + "</w:tbl>".repeat(5000) + END, "application/xml");
            case 4 ->
                zip(
                        "word/document.bin",
                        W + "<w:sdt>".repeat(60_000) + "</w:sdt>".repeat(60_000) + END,
                        "application/xml");
            case 5 -> zip("../../x.xml", W + paragraph + END, "application/xml");
            case 6 -> new byte[] {'P', 'K', 3, 4, 0, 0};
            case 7 -> new byte[0];
            case 8 ->
                zip(
                        "word/document.xml",
                        W
                                + "<w:p><w:pPr><w:numPr><w:ilvl w:val=\"999999999\"/><w:numId w:val=\"-1\"/></w:numPr></w:pPr>"
                                + "<w:r><w:t>x</w:t></w:r></w:p>" + END,
                        "application/xml");
            default ->
                zip(
                        "word/document.xml",
                        W + paragraph + END,
                        "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml");
        };
    }

    private static byte[] zip(String part, String document, String contentType) {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            put(
                    zip,
                    "[Content_Types].xml",
                    "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
                            + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
                            + "<Default Extension=\"xml\" ContentType=\"" + contentType + "\"/>"
                            + "<Default Extension=\"bin\" ContentType=\"" + contentType + "\"/></Types>");
            put(
                    zip,
                    "_rels/.rels",
                    "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
                            + "<Relationship Id=\"r\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\""
                            + " Target=\"" + part + "\"/></Relationships>");
            put(zip, part, document);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void put(ZipOutputStream zip, String name, String content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(text(content));
        zip.closeEntry();
    }

    private static String escaped(String text) {
        return text.replaceAll("[\\p{Cntrl}]", "").replace("&", "&amp;").replace("<", "&lt;");
    }

    private String csv() {
        var head = "kind,customerId,termsId,edition,expressedAt,channel,actorKind,reference,datePrecision";
        var bad = one(one(BadTexts.ALL));
        return switch (random.nextInt(8)) {
            case 0 -> head + "\r\nACCEPTANCE,demo-2019,desknets-cloud," + bad + ",2020-01-01,WEB,SELF,r1,DAY\r\n";
            case 1 -> head + "\nACCEPTANCE,\"" + bad + "\n";
            case 2 -> bad;
            case 3 -> "";
            case 4 -> head + "," + bad + "\n1\n";
            case 5 -> head + "\n" + "\"\n".repeat(20_000);
            case 6 -> head + "\n" + ",".repeat(100_000) + "\n";
            default -> head + "\n=cmd|'/c calc'!A1,+1,-1,@x," + bad + ",,,,\n";
        };
    }

    private String lines() {
        var bad = one(one(BadTexts.ALL)).replace("\\", "\\\\").replace("\"", "\\\"");
        return switch (random.nextInt(5)) {
            case 0 -> "{\"kind\":\"ACCEPTANCE\",\"customerId\":\"" + bad + "\"}\n";
            case 1 -> "[".repeat(50_000) + "\n";
            case 2 -> "{\"kind\":\"" + bad + "\"}\n".repeat(100);
            case 3 -> "\n\n\n" + bad + "\n{}\nnull\n1\n\"x\"\n";
            default -> "{\"a\":\"\\ud800\"}\n";
        };
    }

    private String html() {
        var bad = one(one(BadTexts.ALL));
        return switch (random.nextInt(6)) {
            case 0 -> "<table><tr><td>旧<td>新" + "<div>".repeat(50_000);
            case 1 -> "<table>".repeat(5_000) + "<tr><th>新<th>旧<tr><td>" + bad;
            case 2 -> "<table><tr><th>新<th>旧<tr><td colspan=99 rowspan=99>" + bad + "<td colspan=-1 rowspan=1e9>x";
            case 3 -> "<meta charset=\"nonsense\"><table><tr><th>新<th>旧<tr><td>" + bad + "<td>(略)";
            case 4 -> "<table><tr><th>新<th>旧</tr>" + "<tr><td>第1条 " + bad + "<td>第1条</tr>".repeat(2000);
            default -> "<table><tr><th>新<th>旧<tr><td><ol>" + "<li><ol>".repeat(3000) + bad;
        };
    }

    private String markdown() {
        var bad = one(one(BadTexts.ALL));
        return switch (random.nextInt(7)) {
            case 0 -> ">".repeat(50_000) + bad;
            case 1 -> "[".repeat(30_000) + bad;
            case 2 -> "*a **a ".repeat(10_000);
            case 3 -> "- ".repeat(20_000) + bad;
            case 4 -> "<!--".repeat(10_000) + "`".repeat(5_000) + bad;
            case 5 -> "999999999999. " + bad + "\n\n[a]: <b>\n[a][a]";
            default -> bad;
        };
    }

    private String plain() {
        var bad = one(one(BadTexts.ALL));
        return switch (random.nextInt(6)) {
            case 0 -> "第" + "九".repeat(20_000) + "条 " + bad;
            case 1 -> "新\t旧\n" + "\"" + bad + "\t\"\n";
            case 2 -> "新\t旧\n" + "第1条\t第1条\n".repeat(3_000);
            case 3 -> "(1)\n(ア)\n①\n".repeat(5_000);
            case 4 -> "新\t旧\n" + "<b>".repeat(20_000) + bad + "\tx\n";
            default -> bad;
        };
    }

    private <T> T one(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
