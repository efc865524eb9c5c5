package org.consentledger.comparison;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.consentledger.provisions.Kind;

/**
 * Walks through both texts side by side. Provisions that stayed are met in pairs; between two pairs stands what was taken away
 * and what was put there. Each difference becomes one edit of one row, so the rows together are the whole change.
 */
final class TableBuilder {
    private final Outline older;
    private final Outline newer;
    private final Matching matching;
    private final Anchors anchors;
    private final Roots roots;
    private final List<Supplier<Row>> rows = new ArrayList<>();
    private final List<Edit> layout = new ArrayList<>();
    private final Map<Integer, RowDraft> ofOldRoot = new HashMap<>();
    private final Map<Integer, RowDraft> ofNewRoot = new HashMap<>();
    private final List<Integer> leftOut = new ArrayList<>();
    private int edits;

    TableBuilder(Matching matching) {
        this.matching = matching;
        older = matching.older;
        newer = matching.newer;
        anchors = new Anchors(matching);
        roots = new Roots(matching, anchors);
    }

    ComparisonTable build() {
        int i = 0;
        int j = 0;
        while (i < older.size() || j < newer.size()) {
            int oldEnd = i;
            while (oldEnd < older.size() && !anchors.oldStayed(oldEnd)) {
                oldEnd++;
            }
            int newEnd = j;
            while (newEnd < newer.size() && !anchors.newStayed(newEnd)) {
                newEnd++;
            }
            between(range(i, oldEnd), range(j, newEnd), offset(oldEnd));
            if (oldEnd < older.size()) {
                stayed(oldEnd, newEnd);
            }
            i = oldEnd + 1;
            j = newEnd + 1;
        }
        elide(Set.of());
        return new ComparisonTable(rows.stream().map(Supplier::get).toList(), layout);
    }

    private static List<Integer> range(int from, int until) {
        return IntStream.range(from, until).boxed().toList();
    }

    private int offset(int oldIndex) {
        return oldIndex < older.size()
                ? older.at(oldIndex).from()
                : older.structure.text().length();
    }

    private void stayed(int oldIndex, int newIndex) {
        var before = older.at(oldIndex).text();
        var after = newer.at(newIndex).text();
        if (!Outline.collapse(before).equals(Outline.collapse(after))) {
            var row = new RowDraft(Remark.CHANGED);
            row.olds.add(oldIndex);
            row.news.add(newIndex);
            row.edits.add(edit(older.at(oldIndex).from(), before, after));
            put(row, ancestors(newIndex));
            return;
        }
        if (!before.equals(after)) {
            layout.add(edit(older.at(oldIndex).from(), before, after));
        }
        leftOut.add(newIndex);
    }

    /**
     * Where one side says (略) and the other shows a provision, the two are one row: what is shown may have been there.
     */
    private void between(List<Integer> olds, List<Integer> news, int offset) {
        boolean shown =
                olds.stream().anyMatch(this::isOldElision) && news.stream().anyMatch(this::isAdded);
        boolean hidden =
                news.stream().anyMatch(this::isNewElision) && olds.stream().anyMatch(this::isDeleted);
        var elisions = new ArrayList<Edit>();
        for (int index : olds) {
            var edit = edit(older.at(index).from(), older.at(index).text(), "");
            if (shown && isOldElision(index)) {
                elisions.add(edit);
            } else {
                var row = oldRow(roots.ofOld(index), hidden);
                row.olds.add(index);
                row.edits.add(edit);
            }
        }
        for (int index : news) {
            var edit = edit(offset, "", newer.at(index).text());
            if (hidden && isNewElision(index)) {
                elisions.add(edit);
            } else {
                var row = newRow(roots.ofNew(index), index, shown);
                row.news.add(index);
                row.edits.add(edit);
            }
        }
        if (!elisions.isEmpty()) {
            int first = (shown ? news : olds)
                    .stream()
                            .filter(shown ? this::isAdded : this::isDeleted)
                            .findFirst()
                            .orElseThrow();
            Objects.requireNonNull((shown ? ofNewRoot : ofOldRoot).get(first))
                    .edits
                    .addAll(elisions);
        }
    }

    private boolean isAdded(int index) {
        return newer.at(index).kind() != Kind.ELISION && !matching.isNewMatched(index) && roots.ofNew(index) == index;
    }

    private boolean isDeleted(int index) {
        return older.at(index).kind() != Kind.ELISION && !matching.isOldMatched(index) && roots.ofOld(index) == index;
    }

    private boolean isOldElision(int index) {
        return older.at(index).kind() == Kind.ELISION && !matching.isOldMatched(index) && roots.ofOld(index) == index;
    }

    private boolean isNewElision(int index) {
        return newer.at(index).kind() == Kind.ELISION && !matching.isNewMatched(index) && roots.ofNew(index) == index;
    }

    private RowDraft oldRow(int root, boolean newElided) {
        var known = ofOldRoot.get(root);
        if (known != null) {
            return known;
        }
        if (matching.isOldMatched(root)) {
            return moved(root, matching.newOf(root));
        }
        var row = new RowDraft(newElided || isOldElision(root) ? Remark.ELIDED : Remark.DELETED);
        ofOldRoot.put(root, row);
        put(row, newAncestors(root));
        return row;
    }

    private RowDraft newRow(int root, int index, boolean oldElided) {
        var known = ofNewRoot.get(root);
        if (known == null && matching.isNewMatched(root)) {
            known = moved(matching.oldOf(root), root);
        } else if (known == null) {
            known = new RowDraft(oldElided || isNewElision(root) ? Remark.ELIDED : Remark.ADDED);
            ofNewRoot.put(root, known);
        }
        if (root == index) {
            put(known, ancestors(root));
        }
        return known;
    }

    /** A moved provision's row stands where it came to; its edits are in two places. */
    private RowDraft moved(int oldRoot, int newRoot) {
        var row = new RowDraft(Remark.MOVED);
        ofOldRoot.put(oldRoot, row);
        ofNewRoot.put(newRoot, row);
        return row;
    }

    private Edit edit(int from, String removed, String inserted) {
        return new Edit(from, removed, inserted, edits++);
    }

    private void put(RowDraft row, Set<Integer> headings) {
        elide(headings);
        rows.add(() -> row.row(matching, anchors));
    }

    /** What stayed since the last row is left out, unless the next row shows it as a heading. */
    private void elide(Set<Integer> headings) {
        leftOut.stream()
                .filter(index -> !headings.contains(index))
                .findFirst()
                .ifPresent(
                        index -> rows.add(() -> RowDraft.elided(newer.at(index).path())));
        leftOut.clear();
    }

    private Set<Integer> ancestors(int newIndex) {
        var ancestors = new HashSet<Integer>();
        for (int parent = newer.parent(newIndex); parent != Outline.ROOT; parent = newer.parent(parent)) {
            ancestors.add(parent);
        }
        return ancestors;
    }

    private Set<Integer> newAncestors(int oldIndex) {
        var ancestors = new HashSet<Integer>();
        for (int parent = older.parent(oldIndex); parent != Outline.ROOT; parent = older.parent(parent)) {
            ancestors.add(matching.newOf(parent));
        }
        return ancestors;
    }
}
