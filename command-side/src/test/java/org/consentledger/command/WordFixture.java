package org.consentledger.command;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Word documents as their parts, so that a test can have what no word processor would write. */
final class WordFixture {
    private static final String MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    private static final String RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships";
    private static final String TYPES = "application/vnd.openxmlformats-officedocument.wordprocessingml.";
    private static final String OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";

    private WordFixture() {}

    static byte[] of(String body) {
        return zip(parts(body, ""));
    }

    /** With the content of {@code numbering.xml}. */
    static byte[] of(String body, String numbering) {
        return zip(parts(body, numbering));
    }

    static Map<String, String> parts(String body, String numbering) {
        var parts = new LinkedHashMap<String, String>();
        parts.put("[Content_Types].xml", """
                <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">\
                <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>\
                <Default Extension="xml" ContentType="application/xml"/>\
                <Override PartName="/word/document.xml" ContentType="%1$sdocument.main+xml"/>\
                <Override PartName="/word/numbering.xml" ContentType="%1$snumbering+xml"/></Types>""".replace("%1$s", TYPES));
        parts.put("_rels/.rels", relationship("officeDocument", "word/document.xml"));
        parts.put("word/_rels/document.xml.rels", relationship("numbering", "numbering.xml"));
        parts.put("word/document.xml", root("document", "<w:body>" + body + "</w:body>"));
        parts.put("word/numbering.xml", root("numbering", numbering));
        return parts;
    }

    static byte[] zip(Map<String, String> parts) {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (var part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** A document of another kind (ODF), which is a ZIP file as well. */
    static byte[] openDocument() {
        return zip(
                Map.of("mimetype", "application/vnd.oasis.opendocument.text", "content.xml", "<office xmlns=\"x\"/>"));
    }

    static String paragraph(String text) {
        return "<w:p><w:r><w:t xml:space=\"preserve\">" + text + "</w:t></w:r></w:p>";
    }

    static String numbered(int level, String text) {
        return "<w:p><w:pPr><w:numPr><w:ilvl w:val=\"" + level + "\"/><w:numId w:val=\"1\"/></w:numPr></w:pPr>"
                + "<w:r><w:t>" + text + "</w:t></w:r></w:p>";
    }

    private static String root(String name, String content) {
        return "<w:" + name + " xmlns:w=\"" + MAIN + "\">" + content + "</w:" + name + ">";
    }

    private static String relationship(String type, String target) {
        return "<Relationships xmlns=\"" + RELATIONSHIPS + "\"><Relationship Id=\"r1\" Type=\"" + OFFICE + type
                + "\" Target=\"" + target + "\"/></Relationships>";
    }
}
