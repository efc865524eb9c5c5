package org.consentledger.comparison.printed;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.consentledger.comparison.printed.TableProblem.Code;
import org.consentledger.provisions.Structure;

/** Goes down a printed table row by row, and down the old edition with it. */
final class TableApplication {
    private final Structure older;
    private final OldText old;
    private final LineEnds lineEnds;
    private final Spacing spacing;
    private final List<TableProblem> problems = new ArrayList<>();
    private final List<PrintedRow> lost = new ArrayList<>();
    private Cursor cursor = Cursor.NOWHERE;

    TableApplication(Structure older) {
        this.older = older;
        old = new OldText(older);
        lineEnds = new LineEnds(older.text());
        spacing = new Spacing(older);
    }

    AppliedTable apply(PrintedTable table) {
        var rows = PageBreaks.join(table.rows(), old);
        var draft = draft(rows);
        while (!lost.isEmpty()) {
            // What could not be put where it came to must stay where it was.
            rows = rows.stream().filter(row -> !lost.contains(row)).toList();
            lost.clear();
            cursor = Cursor.NOWHERE;
            draft = draft(rows);
        }
        var inOrder = problems.stream()
                .distinct()
                .sorted(Comparator.comparingInt(TableProblem::row))
                .toList();
        return new AppliedTable(draft, AppliedTable.elided(draft), inOrder);
    }

    private String draft(List<PrintedRow> rows) {
        var moved = new ArrayList<MovedRow>();
        var edits = new ArrayList<DraftEdit>();
        for (var row : rows) {
            try {
                if (MovedRow.isOne(row)) {
                    var move = MovedRow.find(row, old);
                    add(row, List.of(move.gone()), edits);
                    moved.add(move);
                } else {
                    follow(RowContext.completed(row, old), edits);
                }
            } catch (RowUnclear e) {
                problems.add(e.problem());
            }
        }
        var draft = EditedText.of(older.text(), edits, spacing.lineEnd)
                .spaced(spacing)
                .text();
        return moved.isEmpty() ? draft : move(moved, new OldText(Structure.of(draft)));
    }

    private void follow(PrintedRow row, List<DraftEdit> edits) throws RowUnclear {
        var words = PrintedWord.of(row.older());
        var place = RowPlace.only(old, row, words, cursor);
        add(row, new RowReading(old, lineEnds, row, place, cursor).edits(), edits);
        cursor = behind(row, words, place);
    }

    private String move(List<MovedRow> moved, OldText draft) {
        var edits = new ArrayList<DraftEdit>();
        for (var move : moved) {
            try {
                edits.add(move.putIn(draft, lineEnds));
            } catch (RowUnclear e) {
                problems.add(e.problem());
                lost.add(move.row());
            }
        }
        return EditedText.of(draft.structure.text(), edits, spacing.lineEnd)
                .spaced(spacing)
                .text();
    }

    /** Rows may say the same of the same words, such as of a heading that both show. */
    private static void add(PrintedRow row, List<DraftEdit> more, List<DraftEdit> edits) throws RowUnclear {
        var news = more.stream()
                .filter(edit -> edit.from() == edit.until() || !edits.contains(edit))
                .toList();
        if (news.stream().anyMatch(edit -> edits.stream().anyMatch(edit::overlaps))) {
            throw RowUnclear.of(Code.ROWS_CONTRADICT, row, String.join(" ", row.newer()));
        }
        edits.addAll(news);
    }

    private Cursor behind(PrintedRow row, List<PrintedWord> words, RowPlace place) {
        int last = words.size() - 1;
        while (last >= 0 && words.get(last).isElision()) {
            last--;
        }
        var newer = PrintedWord.of(row.newer());
        boolean oldGoesOn = !words.isEmpty() && words.getLast().isElision();
        boolean newGoesOn = !newer.isEmpty() && newer.getLast().isElision();
        if (last < 0) {
            return new Cursor(cursor.place(), cursor.isTight() && !newGoesOn);
        }
        return new Cursor(place.end(words, last), !oldGoesOn && !newGoesOn);
    }
}
