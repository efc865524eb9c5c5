package org.consentledger.command.drafting;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;

/** Rows of the tables in a page, in document order; nothing is loaded that the page refers to. */
final class HtmlRows {
    private static final int WIDEST = 20;
    private static final String PARTS = "> tr, > thead > tr, > tbody > tr, > tfoot > tr";

    private HtmlRows() {}

    /** In the charset of the media type, else in the one that the page itself names (HTML, "encoding sniffing"). */
    static List<List<String>> of(Brought page) {
        var charset = page.charset() == null ? null : page.charset().name();
        try {
            var rows = new ArrayList<List<String>>();
            Jsoup.parse(new ByteArrayInputStream(page.bytes()), charset, "").select("table").stream()
                    .filter(table -> table.parents().stream().noneMatch(parent -> parent.nameIs("table")))
                    .forEach(table -> rows.addAll(rows(table)));
            return rows;
        } catch (IOException e) {
            throw new UncheckedIOException("bytes in memory can be read", e);
        }
    }

    /** The text of a piece of HTML that holds no line ends of its own, with all its spaces. */
    static String fragment(String html) {
        return text(Jsoup.parseBodyFragment(html).body(), false);
    }

    private static List<List<String>> rows(Element table) {
        var rows = new ArrayList<List<String>>();
        var spans = new int[WIDEST];
        for (var row : table.select(PARTS)) {
            var cells = new ArrayList<String>();
            for (var cell : row.select("> td, > th")) {
                covered(cells, spans);
                for (int i = span(cell, "colspan"); i > 0; i--) {
                    if (cells.size() < WIDEST) {
                        spans[cells.size()] = span(cell, "rowspan") - 1;
                    }
                    cells.add(cells.isEmpty() || i == span(cell, "colspan") ? text(cell, true) : "");
                }
            }
            covered(cells, spans);
            rows.add(cells);
        }
        return rows;
    }

    /** Where a cell of an earlier row reaches down, this row has none. */
    private static void covered(List<String> cells, int[] spans) {
        while (cells.size() < WIDEST && spans[cells.size()] > 0) {
            spans[cells.size()]--;
            cells.add("");
        }
    }

    private static int span(Element cell, String attribute) {
        var value = cell.attr(attribute);
        return value.matches("[1-9][0-9]?") ? Math.min(Integer.parseInt(value), WIDEST) : 1;
    }

    private static String text(Element element, boolean collapsed) {
        var text = new StringBuilder();
        element.traverse(new NodeVisitor() {
            @Override
            public void head(Node node, int depth) {
                if (node instanceof TextNode words) {
                    text.append(collapsed && !keepsSpaces(words) ? words.text() : words.getWholeText());
                } else if (node instanceof Element part && (part.isBlock() || part.nameIs("br"))) {
                    breakLine(text);
                    text.append(number(part));
                }
            }

            @Override
            public void tail(Node node, int depth) {
                if (node instanceof Element part && part.isBlock()) {
                    breakLine(text);
                }
            }
        });
        return text.toString().strip();
    }

    private static boolean keepsSpaces(TextNode words) {
        for (Element element = words.parent(); element != null; element = element.parent()) {
            if (element.nameIs("pre") || element.attr("style").contains("pre-wrap")) {
                return true;
            }
        }
        return false;
    }

    private static void breakLine(StringBuilder text) {
        if (!text.isEmpty() && text.charAt(text.length() - 1) != '\n') {
            text.append('\n');
        }
    }

    /** A browser prints the numbers of a list that the page does not spell. */
    private static String number(Element part) {
        var list = part.parent();
        return part.nameIs("li") && list != null && list.nameIs("ol")
                ? (list.children().indexOf(part) + 1) + ". "
                : "";
    }
}
