package org.consentledger.dossier;

import com.openhtmltopdf.extend.FSUriResolver;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.w3c.dom.Document;
import org.xml.sax.SAXException;

/**
 * The report on paper: a PDF (ISO 32000) with its Japanese font inside, of the same page that browsers show.
 *
 * <p>Equal pages make equal bytes, so that a verifier can make it anew: no date, no random identifier, and no stream is
 * compressed, since compressed bytes depend on the zlib that the machine has; the archive around it compresses. Nothing is
 * fetched, neither by the page nor by its parser.
 */
public final class PrintedReport {
    private static final String FONT = "font/NotoSansJP-Regular.ttf";
    private static final String FAMILY = "Noto Sans JP";
    private static final int REGULAR = 400;
    private static final FSUriResolver NOWHERE = (_, _) -> null;

    /** It tells of fonts of the machine, of which none is used; held, since a logger that nobody holds forgets its level. */
    private static final Logger FONTS = Logger.getLogger("org.apache.pdfbox");

    private static final Logger TABLES = Logger.getLogger("org.apache.fontbox");

    static {
        // It would log words of the page, and those may be personal data.
        XRLog.setLoggingEnabled(false);
        FONTS.setLevel(Level.SEVERE);
        TABLES.setLevel(Level.SEVERE);
    }

    private PrintedReport() {}

    /**
     * The PDF of a report.
     *
     * @param report the bytes of {@link DossierPaths#REPORT}
     */
    public static byte[] of(byte[] report) {
        try {
            return reproducible(rendered(parsed(report)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Document parsed(byte[] report) throws IOException {
        var factory = DocumentBuilderFactory.newDefaultNSInstance();
        try {
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_DTD, "");
            factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
            return factory.newDocumentBuilder().parse(new ByteArrayInputStream(report));
        } catch (ParserConfigurationException | SAXException e) {
            throw new IllegalArgumentException("the report is not the page of a dossier", e);
        }
    }

    private static byte[] rendered(Document page) throws IOException {
        var bytes = new ByteArrayOutputStream();
        new PdfRendererBuilder()
                .withW3cDocument(page, null)
                .useUriResolver(NOWHERE)
                .useExternalResourceAccessControl(
                        (_, _) -> false, ExternalResourceControlPriority.RUN_BEFORE_RESOLVING_URI)
                .useExternalResourceAccessControl(
                        (_, _) -> false, ExternalResourceControlPriority.RUN_AFTER_RESOLVING_URI)
                .useUnicodeLineBreaker(new LineBreaks())
                .useUnicodeCharacterBreaker(new Characters())
                .useFont(PrintedReport::font, FAMILY, REGULAR, FontStyle.NORMAL, true)
                .withProducer("Consent Ledger")
                .toStream(bytes)
                .run();
        return bytes.toByteArray();
    }

    private static InputStream font() {
        var font = PrintedReport.class.getResourceAsStream(FONT);
        if (font == null) {
            throw new IllegalStateException(FONT + " is not part of the program");
        }
        return font;
    }

    private static byte[] reproducible(byte[] pdf) throws IOException {
        try (var document = Loader.loadPDF(pdf)) {
            document.getDocumentInformation().setCreationDate(null);
            document.getDocumentInformation().setModificationDate(null);
            document.getDocument().getTrailer().removeItem(COSName.ID);
            document.setDocumentId(0L);
            for (var key : document.getDocument().getXrefTable().keySet()) {
                if (document.getDocument().getObjectFromPool(key).getObject() instanceof COSStream stream) {
                    inflate(stream);
                }
            }
            return plain(document);
        }
    }

    private static void inflate(COSStream stream) throws IOException {
        byte[] content;
        try (var decoded = stream.createInputStream()) {
            content = decoded.readAllBytes();
        }
        stream.removeItem(COSName.FILTER);
        try (var raw = stream.createRawOutputStream()) {
            raw.write(content);
        }
    }

    private static byte[] plain(PDDocument document) throws IOException {
        var bytes = new ByteArrayOutputStream();
        document.save(bytes, CompressParameters.NO_COMPRESSION);
        return bytes.toByteArray();
    }
}
