package org.consentledger.comparison;

import java.util.ArrayList;
import java.util.List;
import org.consentledger.comparison.Segment.Change;
import org.consentledger.provisions.Kind;
import org.jspecify.annotations.Nullable;

/** A row while the texts are walked through: the provisions it shows on each side, and its edits. */
final class RowDraft {
    static final List<Segment> ELISION = List.of(new Segment(Change.SAME, "(略)"));

    final List<Integer> olds = new ArrayList<>();
    final List<Integer> news = new ArrayList<>();
    final List<Edit> edits = new ArrayList<>();
    private final Remark remark;

    RowDraft(Remark remark) {
        this.remark = remark;
    }

    Row row(Outline older, Outline newer) {
        var segments = Words.compare(text(older, olds), text(newer, news));
        var newCell = cell(newer, news, Words.side(segments, Change.DELETED));
        var oldCell = cell(older, olds, Words.side(segments, Change.INSERTED));
        var newPath = news.isEmpty() ? null : newer.at(news.getFirst()).path();
        var oldPath = olds.isEmpty() ? null : older.at(olds.getFirst()).path();
        if (remark == Remark.ELIDED) {
            // One side shows what the other leaves out, which says nothing of what it was there.
            newCell = newCell == null ? elided() : newCell;
            oldCell = oldCell == null ? elided() : oldCell;
        }
        var path = newPath != null ? newPath : String.valueOf(oldPath);
        return new Row(newCell, oldCell, remark, path, oldPath, edits);
    }

    static Row elided(String path) {
        return new Row(elided(), elided(), Remark.ELIDED, path, null, List.of());
    }

    private static Cell elided() {
        return new Cell(List.of(), ELISION);
    }

    private static String text(Outline outline, List<Integer> indexes) {
        var text = new StringBuilder();
        indexes.forEach(index -> text.append(outline.at(index).text()));
        return text.toString().strip();
    }

    private static @Nullable Cell cell(Outline outline, List<Integer> indexes, List<Segment> segments) {
        return indexes.isEmpty() ? null : new Cell(headings(outline, indexes.getFirst()), segments);
    }

    private static List<String> headings(Outline outline, int index) {
        var headings = new ArrayList<String>();
        for (int parent = outline.parent(index); parent != Outline.ROOT; parent = outline.parent(parent)) {
            var provision = outline.at(parent);
            if (provision.kind() == Kind.ARTICLE || provision.kind() == Kind.SUPPLEMENTARY) {
                headings.add(provision.text().strip());
            } else if (provision.label() != null) {
                headings.add(provision.label() + " (略)");
            }
        }
        return headings.reversed();
    }
}
