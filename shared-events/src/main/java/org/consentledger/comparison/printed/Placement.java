package org.consentledger.comparison.printed;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.consentledger.provisions.Folding;
import org.consentledger.provisions.Kind;
import org.consentledger.provisions.Provision;
import org.consentledger.provisions.Structure;

/**
 * Finds where in the old edition a new provision belongs, by its kind and number, where the table shows no words right before
 * it. An offset behind which it is put, in UTF-16 units.
 */
final class Placement {
    private static final int NONE = -1;
    private static final Pattern NUMERALS = Pattern.compile("[0-9〇零一二三四五六七八九十百千のノ ]");

    private final OldText text;
    private final Structure old;

    Placement(OldText text) {
        this.text = text;
        this.old = text.structure;
    }

    /**
     * Looks at what stands around the new words in the old cell.
     *
     * @param from index of the first word in the old cell that they stand instead of, all of these signs (略)
     * @param until exclusive
     */
    OptionalInt find(Provision added, List<PrintedWord> cell, RowPlace place, int from, int until, Cursor cursor) {
        int before = from - 1;
        if (before >= 0 && !cell.get(before).isElision()) {
            return OptionalInt.of(text.until(place.end(cell, before) - 1));
        }
        boolean named = before > 0
                && !cell.get(before - 1).isElision()
                && cell.get(before - 1).line() == cell.get(before).line();
        if (named) {
            return behindNamed(added, place.places().get(before - 1));
        }
        if (until < cell.size() && !cell.get(until).isElision()) {
            int next = place.places().get(until);
            return OptionalInt.of(next == 0 ? 0 : text.until(next - 1));
        }
        var words = IntStream.range(0, Math.max(0, before))
                .filter(i -> !cell.get(i).isElision())
                .max();
        if (words.isPresent()) {
            return within(added, place.places().get(words.getAsInt()));
        }
        var anywhere = anywhere(added);
        return anywhere.isPresent() || !cursor.isTight() || cursor.place() == 0
                ? anywhere
                : OptionalInt.of(text.until(cursor.place() - 1));
    }

    /** Behind a provision that the table names without its words, or within it. */
    private OptionalInt behindNamed(Provision added, int place) {
        int named = text.provision(place);
        if (rank(old.provisions().get(named).kind()) < rank(added.kind())) {
            return within(added, place);
        }
        int parent = named;
        while (parent != NONE && rank(old.provisions().get(parent).kind()) >= rank(added.kind())) {
            named = parent;
            parent = old.provisions().get(parent).parent();
        }
        return OptionalInt.of(end(named));
    }

    /** Among those that stand with it under the provision that these words belong to. */
    private OptionalInt within(Provision added, int place) {
        int parent = text.provision(place);
        while (parent != NONE && rank(old.provisions().get(parent).kind()) >= rank(added.kind())) {
            parent = old.provisions().get(parent).parent();
        }
        return parent == NONE ? anywhere(added) : among(added, siblings(added.kind(), parent), parent);
    }

    /** By the numbers of the whole text, where it counts its articles through. */
    private OptionalInt anywhere(Provision added) {
        return switch (added.kind()) {
            case ARTICLE -> among(added, articlesPrintedLike(added), NONE);
            case SUPPLEMENTARY ->
                IntStream.range(0, old.provisions().size())
                        .filter(i -> old.provisions().get(i).kind() == Kind.SUPPLEMENTARY)
                        .map(this::end)
                        .max();
            case TITLE, CHAPTER, SECTION, PARAGRAPH, ITEM, SUBITEM, TEXT, ELISION -> OptionalInt.empty();
        };
    }

    private OptionalInt among(Provision added, List<Integer> siblings, int parent) {
        var counted = siblings.stream()
                .filter(i -> old.provisions().get(i).number() != null)
                .toList();
        if (added.number() == null || !ascend(counted)) {
            return OptionalInt.empty();
        }
        var before = counted.stream()
                .filter(i -> Arrays.compare(number(old.provisions().get(i)), number(added)) < 0)
                .reduce((_, later) -> later);
        if (before.isPresent()) {
            return OptionalInt.of(end(before.get()));
        }
        if (parent != NONE) {
            boolean unnumbered = counted.isEmpty()
                    && parent + 1 < old.end(parent)
                    && old.provisions().get(parent + 1).label() == null;
            return OptionalInt.of(trimmed(
                    old.provisions().get(unnumbered ? parent + 1 : parent).until()));
        }
        return counted.isEmpty()
                ? OptionalInt.empty()
                : OptionalInt.of(
                        trimmed(old.provisions().get(counted.getFirst()).from()));
    }

    private boolean ascend(List<Integer> counted) {
        return IntStream.range(1, counted.size())
                .allMatch(i -> Arrays.compare(
                                number(old.provisions().get(counted.get(i - 1))),
                                number(old.provisions().get(counted.get(i))))
                        < 0);
    }

    private static int[] number(Provision provision) {
        return Arrays.stream(String.valueOf(provision.number()).split("_", -1))
                .mapToInt(Integer::parseInt)
                .toArray();
    }

    /** In a cell alone, a paragraph's bare number looks like an article's. */
    private List<Integer> articlesPrintedLike(Provision added) {
        return IntStream.range(0, old.provisions().size())
                .filter(i -> old.provisions().get(i).kind() == Kind.ARTICLE)
                .filter(i -> old.provisions().get(i).path().startsWith("art:"))
                .filter(i -> style(old.provisions().get(i)).equals(style(added)))
                .boxed()
                .toList();
    }

    private static String style(Provision provision) {
        return NUMERALS.matcher(Folding.fold(String.valueOf(provision.label()))).replaceAll("");
    }

    /** Those of its kind below the parent; between may stand a paragraph whose number is not printed. */
    private List<Integer> siblings(Kind kind, int parent) {
        return IntStream.range(parent + 1, old.end(parent))
                .filter(i -> old.provisions().get(i).kind() == kind)
                .filter(i -> old.provisions().get(i).parent() == parent || isUnnumberedChild(parent, i))
                .boxed()
                .toList();
    }

    private boolean isUnnumberedChild(int parent, int index) {
        var between = old.provisions().get(old.provisions().get(index).parent());
        return between.label() == null && between.parent() == parent;
    }

    private int end(int index) {
        return trimmed(old.provisions().get(old.end(index) - 1).until());
    }

    /** Behind the last character that is seen. */
    private int trimmed(int until) {
        return Spacing.gapBefore(old.text(), until, 0);
    }

    private static int rank(Kind kind) {
        return switch (kind) {
            case TITLE, TEXT, ELISION -> 9;
            case CHAPTER -> 1;
            case SECTION -> 2;
            case SUPPLEMENTARY -> 1;
            case ARTICLE -> 3;
            case PARAGRAPH -> 4;
            case ITEM -> 5;
            case SUBITEM -> 6;
        };
    }
}
