package org.consentledger.query.comparison;

import java.util.List;
import org.consentledger.comparison.Row;
import org.consentledger.query.platform.HtmlPage;
import org.consentledger.texts.Printable;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** The table as a page: without scripts, to be read and printed on A4 across. */
final class HtmlTable {
    private static final String STYLE = """
            @page { size: A4 landscape; margin: 15mm }
            body { font: 10.5pt/1.6 "Hiragino Mincho ProN", "Yu Mincho", "MS Mincho", "Noto Serif CJK JP", serif; \
            margin: 1.5em auto; max-width: 80em; padding: 0 1em; color: #000; background: #fff }
            h1 { font-size: 1.3em; text-align: center; font-weight: bold }
            table { border-collapse: collapse; width: 100%; table-layout: fixed }
            col.remarks { width: 6em }
            thead { display: table-header-group }
            th, td { border: 1px solid #000; padding: .4em .6em; vertical-align: top; overflow-wrap: anywhere }
            th { background: #eee; text-align: center; font-weight: bold }
            th span { font-weight: normal; font-size: .85em }
            td p { margin: 0; min-height: 1em; white-space: pre-wrap }
            td.remarks { text-align: center }
            ins, del { font-weight: bold; text-decoration: underline }
            @media print { body { margin: 0; padding: 0; max-width: none; font-size: 9.5pt } }
            """;

    private final Comparison comparison;
    private final Wording wording;

    private HtmlTable(Comparison comparison, Wording wording) {
        this.comparison = comparison;
        this.wording = wording;
    }

    static byte[] of(Comparison comparison, Wording wording) {
        return HtmlPage.bytes(new HtmlTable(comparison, wording).page());
    }

    private Document page() {
        var page = HtmlPage.of(wording.language().toLanguageTag(), wording.title(comparison), STYLE);
        page.body().appendElement("h1").text(wording.title(comparison));
        page.body().appendChild(table());
        page.body().appendElement("p").text(wording.end());
        return page;
    }

    private Element table() {
        var table = new Element("table");
        var columns = table.appendElement("colgroup");
        columns.appendElement("col");
        columns.appendElement("col");
        columns.appendElement("col").addClass("remarks");
        var head = table.appendElement("thead").appendElement("tr");
        var editions = List.of(wording.edition(comparison.newer()), wording.edition(comparison.older()), "");
        for (int i = 0; i < editions.size(); i++) {
            var column = head.appendElement("th").attr("scope", "col");
            column.text(wording.columns().get(i));
            if (!editions.get(i).isEmpty()) {
                column.appendElement("br");
                column.appendElement("span").text(editions.get(i));
            }
        }
        var body = table.appendElement("tbody");
        comparison.table().rows().forEach(row -> body.appendChild(row(row)));
        return table;
    }

    private Element row(Row row) {
        var line = new Element("tr").attr("data-path", Printable.text(row.path()));
        line.appendChild(cell(PrintedLine.of(row.newer(), wording.elision()), "ins"));
        line.appendChild(cell(PrintedLine.of(row.older(), wording.elision()), "del"));
        line.appendElement("td").addClass("remarks").text(wording.remark(row.remark()));
        return line;
    }

    private Element cell(List<PrintedLine> lines, String mark) {
        var cell = new Element("td").attr("lang", comparison.language());
        for (var line : lines) {
            var paragraph = cell.appendElement("p");
            if (line.heading()) {
                paragraph.addClass("heading");
            }
            for (var run : line.runs()) {
                (run.changed() ? paragraph.appendElement(mark) : paragraph).appendText(run.text());
            }
        }
        return cell;
    }
}
