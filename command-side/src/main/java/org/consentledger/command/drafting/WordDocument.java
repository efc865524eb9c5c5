package org.consentledger.command.drafting;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.function.BiFunction;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackagePart;
import org.apache.poi.util.XMLHelper;
import org.consentledger.command.platform.Code;
import org.consentledger.command.platform.CommandRejected;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/** A Word document (DOCX), read for its text alone: no field is worked out, nothing is loaded that it refers to. */
final class WordDocument {
    /** So many are unpacked at a time; memory is for the ledger. */
    private static final Semaphore ROOM = new Semaphore(2);

    private WordDocument() {}

    static String text(byte[] bytes, Set<LeftOut> leftOut) {
        return read(bytes, leftOut, (body, text) -> {
            var lines = String.join("\n", text.lines(body)).strip();
            return lines.isEmpty() ? "" : lines + "\n";
        });
    }

    /** The rows of all its tables, in their order. */
    static List<List<String>> rows(byte[] bytes, Set<LeftOut> leftOut) {
        return read(bytes, leftOut, (body, text) -> {
            var rows = new ArrayList<List<String>>();
            for (var element : WordXml.content(body)) {
                if (element.getLocalName().equals("tbl")) {
                    rows.addAll(text.rows(element));
                } else {
                    // Its numbers count, also where it stands outside of the tables.
                    text.lines(element);
                }
            }
            return rows;
        });
    }

    /** What of a document is read: where its text is, and what numbers its lists. */
    private record Parts(
            Element body,
            @Nullable Element numbering,
            @Nullable Element styles) {}

    private static <T> T read(byte[] bytes, Set<LeftOut> leftOut, BiFunction<Element, WordText, T> reading) {
        if (!ROOM.tryAcquire()) {
            throw new CommandRejected(Code.UNAVAILABLE);
        }
        try {
            var parts = parts(bytes);
            var numbering = new WordNumbering(parts.numbering(), parts.styles(), leftOut);
            return reading.apply(parts.body(), new WordText(numbering, leftOut));
        } finally {
            ROOM.release();
        }
    }

    /** The library tells in exceptions of many kinds that something is no document, or a broken one. */
    private static Parts parts(byte[] bytes) {
        try {
            OfficePackage.check(bytes);
            try (var office = OPCPackage.open(new ByteArrayInputStream(bytes))) {
                var document = documentPart(office);
                var body = WordXml.child(root(document), "body").orElseThrow(() -> new IOException("no body"));
                return new Parts(body, related(document, "/numbering"), related(document, "/styles"));
            }
        } catch (IOException
                | InvalidFormatException
                | SAXException
                | ParserConfigurationException
                | RuntimeException e) {
            throw new CommandRejected(Code.DOCUMENT_UNREADABLE);
        }
    }

    private static PackagePart documentPart(OPCPackage office) throws IOException, InvalidFormatException {
        for (var relationship : office.getRelationships()) {
            if (relationship.getRelationshipType().endsWith("/officeDocument")) {
                return existing(office.getPart(relationship));
            }
        }
        throw new IOException("no document in the package");
    }

    private static PackagePart existing(@Nullable PackagePart part) throws IOException {
        if (part == null) {
            throw new IOException("a part that is referred to is not there");
        }
        return part;
    }

    private static @Nullable Element related(PackagePart document, String type)
            throws IOException, InvalidFormatException, SAXException, ParserConfigurationException {
        for (var relationship : document.getRelationships()) {
            if (relationship.getRelationshipType().endsWith(type)) {
                return root(existing(document.getRelatedPart(relationship)));
            }
        }
        return null;
    }

    private static Element root(PackagePart part) throws IOException, SAXException, ParserConfigurationException {
        try (var in = part.getInputStream()) {
            byte[] xml = in.readAllBytes();
            // What is read as XML here need not have been called so.
            OfficePackage.checkXml(xml);
            return XMLHelper.newDocumentBuilder()
                    .parse(new ByteArrayInputStream(xml))
                    .getDocumentElement();
        }
    }
}
