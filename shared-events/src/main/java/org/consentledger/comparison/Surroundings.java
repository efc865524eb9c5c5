package org.consentledger.comparison;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntUnaryOperator;
import org.consentledger.provisions.Kind;
import org.consentledger.provisions.Provision;
import org.jspecify.annotations.Nullable;

/**
 * What a row shows around its provision, by index in one text.
 *
 * @param after the sibling it was put behind; {@link Outline#ROOT} for none
 */
record Surroundings(List<Above> above, int after) {

    record Above(int index, boolean elided) {}

    static Surroundings of(Outline outline, int index) {
        return behind(outline, index, Outline.ROOT);
    }

    static Surroundings behind(Outline outline, int index, int sibling) {
        int after = sibling != Outline.ROOT && printed(outline.at(sibling)) != null ? sibling : Outline.ROOT;
        var above = new ArrayList<Above>();
        int next = after == Outline.ROOT ? index : after;
        for (int parent = outline.parent(index); parent != Outline.ROOT; parent = outline.parent(parent)) {
            if (printed(outline.at(parent)) != null) {
                above.add(new Above(parent, isCounted(outline.at(parent).kind()) || next != parent + 1));
                next = parent;
            }
        }
        return new Surroundings(above.reversed(), after);
    }

    /** The same place in the other text. */
    Surroundings in(IntUnaryOperator otherOf) {
        return new Surroundings(
                above.stream()
                        .map(one -> new Above(otherOf.applyAsInt(one.index), one.elided))
                        .toList(),
                otherOf.applyAsInt(after));
    }

    Cell cell(Outline outline, List<Segment> said) {
        var headings = above.stream()
                .map(one -> new Heading(String.valueOf(printed(outline.at(one.index))), one.elided))
                .toList();
        var behind = after == Outline.ROOT ? null : outline.at(after);
        return new Cell(
                headings,
                behind == null ? null : new Heading(String.valueOf(printed(behind)), behind.kind() != Kind.TITLE),
                said);
    }

    private static boolean isCounted(Kind kind) {
        return switch (kind) {
            case PARAGRAPH, ITEM, SUBITEM -> true;
            case TITLE, CHAPTER, SECTION, ARTICLE, SUPPLEMENTARY, TEXT, ELISION -> false;
        };
    }

    /** All of a heading; of what is counted its number alone, of other text its first line. */
    private static @Nullable String printed(Provision provision) {
        return switch (provision.kind()) {
            case TITLE, CHAPTER, SECTION, ARTICLE, SUPPLEMENTARY ->
                provision.text().strip();
            case PARAGRAPH, ITEM, SUBITEM -> provision.label();
            case TEXT -> provision.text().strip().lines().findFirst().orElse(null);
            case ELISION -> null;
        };
    }
}
