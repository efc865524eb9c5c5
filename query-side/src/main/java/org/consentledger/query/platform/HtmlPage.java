package org.consentledger.query.platform;

import java.nio.charset.StandardCharsets;
import org.jsoup.nodes.DataNode;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.DocumentType;

/** A page without scripts, to be read and printed. What is put into it is escaped by the tree it is put into. */
public final class HtmlPage {
    public static final String CSP_HEADER = "Content-Security-Policy";

    /** Nothing but its own style; not even a form or a frame. */
    public static final String CONTENT_SECURITY_POLICY =
            "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private HtmlPage() {}

    /**
     * An empty page.
     *
     * @param language of what it says, BCP 47
     */
    public static Document of(String language, String title, String style) {
        var page = Document.createShell("");
        page.outputSettings().prettyPrint(false).charset(StandardCharsets.UTF_8);
        page.prependChild(new DocumentType("html", "", ""));
        page.getElementsByTag("html").attr("lang", language);
        page.head().appendElement("meta").attr("charset", "utf-8");
        page.head()
                .appendElement("meta")
                .attr("name", "viewport")
                .attr("content", "width=device-width, initial-scale=1");
        page.head().appendElement("title").text(title);
        page.head().appendElement("style").appendChild(new DataNode(style));
        return page;
    }

    public static byte[] bytes(Document page) {
        return page.outerHtml().getBytes(StandardCharsets.UTF_8);
    }
}
