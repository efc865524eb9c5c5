package org.consentledger.comparison.printed;

import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import org.consentledger.provisions.Structure;

/** A text after edits. */
final class EditedText {
    private final String before;
    private final String lineEnd;
    private final StringBuilder text = new StringBuilder();
    private final BitSet newLines = new BitSet();
    private int done;
    private boolean breakDue;

    private EditedText(String before, String lineEnd) {
        this.before = before;
        this.lineEnd = lineEnd;
    }

    /** Edits that do not overlap; of several at one place the first comes first. */
    static EditedText of(String before, List<DraftEdit> edits, String lineEnd) {
        var edited = new EditedText(before, lineEnd);
        var sorted = edits.stream()
                .sorted(Comparator.comparingInt(DraftEdit::from).thenComparingInt(DraftEdit::until))
                .toList();
        for (int i = 0; i < sorted.size(); i++) {
            edited.apply(
                    sorted.get(i), i + 1 < sorted.size() ? sorted.get(i + 1).from() : before.length());
        }
        edited.copy(before.length());
        return edited;
    }

    /** With what was put in set apart as the old text sets its like apart. */
    EditedText spaced(Spacing spacing) {
        var now = text.toString();
        var spaced = new EditedText(now, lineEnd);
        var structure = Structure.of(now);
        for (var provision : structure.provisions()) {
            int seen = Spacing.seen(now, provision);
            int gap = Spacing.gapBefore(now, seen, spaced.done);
            if (newLines.get(seen) && gap > 0) {
                spaced.copy(gap);
                spaced.text.append(lineEnd.repeat(spacing.before(structure, provision)));
                spaced.done = seen;
            }
        }
        spaced.copy(now.length());
        return spaced;
    }

    String text() {
        return text.toString();
    }

    private void apply(DraftEdit edit, int next) {
        if (edit.text().isEmpty()) {
            takeAway(edit, next);
            return;
        }
        copy(edit.from());
        if (edit.isLines()) {
            boolean first = text.isEmpty();
            if (!first) {
                text.append(lineEnd);
            }
            newLines.set(text.length());
            int end = Spacing.gapBehind(before, edit.from(), before.length());
            breakDue = first || (end < before.length() && Spacing.lineEnds(before, edit.from(), end) == 0);
        }
        for (int i = 0; i < edit.text().length(); i++) {
            if (edit.text().charAt(i) == '\n') {
                text.append(lineEnd);
                newLines.set(text.length());
            } else {
                text.append(edit.text().charAt(i));
            }
        }
        done = edit.until();
    }

    /** Of the white space before and behind, the one with more line ends stays. */
    private void takeAway(DraftEdit edit, int next) {
        int gap = Spacing.gapBefore(before, edit.from(), Math.min(done, edit.from()));
        int end = Spacing.gapBehind(before, edit.until(), Math.max(next, edit.until()));
        boolean last = end == before.length();
        boolean keepsBehind = gap > 0
                && (last || Spacing.lineEnds(before, gap, edit.from()) <= Spacing.lineEnds(before, edit.until(), end));
        copy(keepsBehind ? gap : edit.from());
        done = keepsBehind ? edit.until() : end;
    }

    private void copy(int until) {
        if (breakDue && until > done) {
            text.append(lineEnd);
            done = Spacing.gapBehind(before, done, until);
            breakDue = false;
        }
        if (until > done) {
            text.append(before, done, until);
            done = until;
        }
    }
}
