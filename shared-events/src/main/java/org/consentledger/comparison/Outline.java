package org.consentledger.comparison;

import java.util.ArrayList;
import java.util.List;
import org.consentledger.provisions.Folding;
import org.consentledger.provisions.Kind;
import org.consentledger.provisions.Likeness;
import org.consentledger.provisions.Provision;
import org.consentledger.provisions.Structure;
import org.jspecify.annotations.Nullable;

/**
 * A structure as compared: headings of chapters and sections stand beside the articles, not above them, so that a heading put
 * between two articles moves none of them.
 */
final class Outline {
    static final int ROOT = -1;

    final Structure structure;
    private final int[] parents;
    private final List<List<Integer>> children = new ArrayList<>();
    private final String[] wholes;
    private final @Nullable Likeness[] likenesses;

    Outline(Structure structure) {
        this.structure = structure;
        int size = size();
        parents = new int[size];
        wholes = new String[size];
        likenesses = new Likeness[size];
        for (int i = 0; i <= size; i++) {
            children.add(new ArrayList<>());
        }
        for (int i = 0; i < size; i++) {
            int parent = at(i).parent();
            while (parent != ROOT && isHeading(at(parent).kind())) {
                parent = at(parent).parent();
            }
            parents[i] = parent;
            children.get(parent + 1).add(i);
        }
        for (int i = size - 1; i >= 0; i--) {
            var whole = new StringBuilder(said(at(i)));
            children(i).forEach(child -> whole.append('\n').append(wholes[child]));
            wholes[i] = whole.toString();
        }
    }

    private static boolean isHeading(Kind kind) {
        return kind == Kind.CHAPTER || kind == Kind.SECTION;
    }

    private static String said(Provision provision) {
        boolean captioned = provision.kind() == Kind.ARTICLE || provision.kind() == Kind.SUPPLEMENTARY;
        if (captioned) {
            return provision.caption() == null ? "" : provision.caption();
        }
        return collapse(provision.body());
    }

    /** A text with each run of white space as one space: what remains is what a reader sees. */
    static String collapse(String text) {
        var collapsed = new StringBuilder(text.length());
        boolean space = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Folding.isSpace(c)) {
                space = !collapsed.isEmpty();
            } else {
                if (space) {
                    collapsed.append(' ');
                }
                collapsed.append(c);
                space = false;
            }
        }
        return collapsed.toString();
    }

    int size() {
        return structure.provisions().size();
    }

    Provision at(int index) {
        return structure.provisions().get(index);
    }

    int parent(int index) {
        return parents[index];
    }

    /** The heading of a chapter or section that it stands under; {@link #ROOT} for none. */
    int heading(int index) {
        int above = at(index).parent();
        return above != ROOT && isHeading(at(above).kind()) ? above : ROOT;
    }

    List<Integer> children(int index) {
        return children.get(index + 1);
    }

    /** All that a provision and those below it say, without the numbers they are printed with. */
    String whole(int index) {
        return wholes[index];
    }

    Likeness likeness(int index) {
        var known = likenesses[index];
        if (known != null) {
            return known;
        }
        var likeness = Likeness.of(wholes[index]);
        likenesses[index] = likeness;
        return likeness;
    }
}
