package org.consentledger.dossier;

import org.consentledger.comparison.Cell;
import org.consentledger.comparison.ComparisonTable;
import org.consentledger.comparison.Correction;
import org.consentledger.comparison.Row;
import org.consentledger.comparison.Segment;
import org.consentledger.comparison.Segment.Change;
import org.consentledger.events.terms.EditionPublished;
import org.consentledger.provisions.Structure;
import org.consentledger.texts.Texts;

/** The comparison table (新旧対照表) of the edition that applied and the one before it. */
final class ComparisonSection {
    private static final Texts TEXTS = new Texts(Report.class, "report");
    private static final String ELISION = "(略)";

    private final Page page;
    private final String newer;
    private final String older;
    private final String remarks;

    ComparisonSection(Page page, String newer, String older, String remarks) {
        this.page = page;
        this.newer = newer;
        this.older = older;
        this.remarks = remarks;
    }

    void write(EditionPublished before, EditionPublished after) {
        var table = table(before, after);
        page.table(
                () -> {
                    page.element("th", newer, "scope", "col");
                    page.element("th", older, "scope", "col");
                    page.element("th", remarks, "scope", "col", "class", "remark");
                },
                () -> table.rows().forEach(this::row),
                "class",
                "fixed");
    }

    private static ComparisonTable table(EditionPublished before, EditionPublished after) {
        var old = Structure.of(before.content().text());
        var now = Structure.of(after.content().text());
        return ComparisonTable.of(
                old,
                now,
                after.content().matches().stream()
                        .map(match -> new Correction(match.was(), match.path()))
                        .filter(correction -> correction.fits(old, now))
                        .toList());
    }

    private void row(Row row) {
        page.element("tr", () -> {
            page.element("td", () -> cell(row.newer(), "ins"), "class", "comparison");
            page.element("td", () -> cell(row.older(), "del"), "class", "comparison");
            page.element("td", TEXTS.say(Texts.SPOKEN.getFirst(), "remark." + row.remark()));
        });
    }

    private void cell(Cell cell, String mark) {
        cell.headings().forEach(heading -> page.text(heading.printed(ELISION).strip() + "\n"));
        if (cell.after() != null) {
            page.text(cell.after().printed(ELISION).strip() + "\n");
        }
        cell.segments().forEach(segment -> segment(segment, mark));
    }

    private void segment(Segment segment, String mark) {
        if (segment.change() == Change.SAME) {
            page.text(segment.text());
        } else {
            page.element(mark, segment.text());
        }
    }
}
