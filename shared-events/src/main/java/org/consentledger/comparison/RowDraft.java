package org.consentledger.comparison;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import org.consentledger.comparison.Segment.Change;
import org.jspecify.annotations.Nullable;

/** A row while the texts are walked through: the provisions it shows on each side, and its edits. */
final class RowDraft {
    final List<Integer> olds = new ArrayList<>();
    final List<Integer> news = new ArrayList<>();
    final List<Edit> edits = new ArrayList<>();
    private final Remark remark;

    RowDraft(Remark remark) {
        this.remark = remark;
    }

    Row row(Matching matching, Anchors anchors) {
        var older = matching.older;
        var newer = matching.newer;
        var segments = Words.compare(text(older, olds), text(newer, news));
        var newSide = Words.side(segments, Change.DELETED);
        var oldSide = Words.side(segments, Change.INSERTED);
        return switch (remark) {
            case CHANGED ->
                row(
                        matching,
                        here(newer, news).cell(newer, newSide),
                        here(older, olds).cell(older, oldSide));
            case MOVED -> {
                // It came behind what stayed or was added; of two that moved, neither tells where the other is.
                var place = put(newer, index -> anchors.newStayed(index) || !matching.isNewMatched(index));
                yield row(
                        matching, place.cell(newer, newSide), here(older, olds).cell(older, oldSide));
            }
            case ADDED -> {
                var place = put(newer, anchors::newStayed);
                yield row(
                        matching,
                        place.cell(newer, newSide),
                        place.in(matching::oldOf).cell(older, List.of()));
            }
            case DELETED -> {
                var place = here(older, olds);
                yield row(matching, place.in(matching::newOf).cell(newer, List.of()), place.cell(older, oldSide));
            }
            // One side shows what the other leaves out, which says nothing of what it was there.
            case ELIDED ->
                row(
                        matching,
                        news.isEmpty() ? Cell.ELIDED : here(newer, news).cell(newer, newSide),
                        olds.isEmpty() ? Cell.ELIDED : here(older, olds).cell(older, oldSide));
        };
    }

    static Row elided(String path) {
        return new Row(Cell.ELIDED, Cell.ELIDED, Remark.ELIDED, path, null, List.of());
    }

    private Row row(Matching matching, Cell newCell, Cell oldCell) {
        var newPath = path(matching.newer, news);
        var oldPath = path(matching.older, olds);
        return new Row(newCell, oldCell, remark, newPath == null ? String.valueOf(oldPath) : newPath, oldPath, edits);
    }

    private static @Nullable String path(Outline outline, List<Integer> indexes) {
        return indexes.isEmpty() ? null : outline.at(indexes.getFirst()).path();
    }

    private static String text(Outline outline, List<Integer> indexes) {
        var text = new StringBuilder();
        indexes.forEach(index -> text.append(outline.at(index).text()));
        return text.toString().strip();
    }

    private static Surroundings here(Outline outline, List<Integer> indexes) {
        return Surroundings.of(outline, indexes.getFirst());
    }

    /** With the last sibling before it of which its place can be told. */
    private Surroundings put(Outline newer, IntPredicate tells) {
        int index = news.getFirst();
        int sibling = newer.children(newer.parent(index)).stream()
                .filter(other -> other < index && tells.test(other))
                .reduce(Outline.ROOT, (_, later) -> later);
        return Surroundings.behind(newer, index, sibling);
    }
}
