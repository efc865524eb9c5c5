package org.consentledger.command.drafting;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Locale;
import java.util.zip.ZipInputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;

/**
 * Looks through a package (OPC, ISO/IEC 29500-2) before anybody takes it for a document. What is small as it is sent may be
 * large when it is unpacked, or nested without end, and a document type could make the reader fetch what it names.
 */
final class OfficePackage {
    private static final long MOST_BYTES = 48L << 20;
    private static final long MOST_BYTES_OF_XML = 16L << 20;
    private static final int MOST_PARTS = 1_000;
    private static final int DEEPEST = 200;

    private OfficePackage() {}

    /**
     * Looks at every part once.
     *
     * @throws IOException where it is broken, too large, too deep, or has a document type
     */
    static void check(byte[] bytes) throws IOException {
        long left = MOST_BYTES;
        int parts = 0;
        try (var zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (++parts > MOST_PARTS) {
                    throw new IOException("more than " + MOST_PARTS + " parts");
                }
                boolean xml = entry.getName().toLowerCase(Locale.ROOT).matches(".*\\.(xml|rels)");
                long limit = Math.min(left, xml ? MOST_BYTES_OF_XML : MOST_BYTES);
                byte[] part = zip.readNBytes((int) limit + 1);
                if (part.length > limit) {
                    throw new IOException("more than " + limit + " bytes in " + entry.getName());
                }
                left -= part.length;
                if (xml) {
                    checkXml(part);
                }
            }
        }
        if (parts == 0) {
            throw new IOException("no package");
        }
    }

    /** @throws IOException where it is no XML, too deep, or has a document type */
    static void checkXml(byte[] part) throws IOException {
        var factory = XMLInputFactory.newFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        int depth = 0;
        try {
            var xml = factory.createXMLStreamReader(new ByteArrayInputStream(part));
            while (xml.hasNext()) {
                switch (xml.next()) {
                    case XMLStreamConstants.DTD -> throw new IOException("a document type");
                    case XMLStreamConstants.START_ELEMENT -> depth++;
                    case XMLStreamConstants.END_ELEMENT -> depth--;
                    default -> {}
                }
                if (depth > DEEPEST) {
                    throw new IOException("nested more than " + DEEPEST + " deep");
                }
            }
        } catch (XMLStreamException e) {
            throw new IOException("no XML", e);
        }
    }
}
