package org.consentledger.provisions;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The provisions of a text in document order. It is derived from the text alone, for any text, and never changes it: the
 * provisions' own texts, joined in order, are the text again.
 */
public final class Structure {
    private final String text;
    private final List<Provision> provisions;
    private final Map<String, Integer> byPath;
    private final int[] ends;

    private Structure(String text, List<Provision> provisions) {
        this.text = text;
        this.provisions = List.copyOf(provisions);
        byPath = HashMap.newHashMap(provisions.size());
        ends = new int[provisions.size()];
        for (int i = 0; i < provisions.size(); i++) {
            byPath.put(provisions.get(i).path(), i);
        }
        for (int i = provisions.size() - 1; i >= 0; i--) {
            ends[i] = Math.max(ends[i], i + 1);
            int parent = provisions.get(i).parent();
            if (parent >= 0) {
                ends[parent] = Math.max(ends[parent], ends[i]);
            }
        }
    }

    /** Reads the structure of any text in time linear in its length. */
    public static Structure of(String text) {
        return new Structure(text, new Assembler(text, Contents.asText(text, Scanner.scan(text))).assemble());
    }

    public String text() {
        return text;
    }

    public List<Provision> provisions() {
        return provisions;
    }

    /** Index of the first provision after this one that does not belong to it. */
    public int end(int index) {
        return ends[index];
    }

    /** A provision's own text and that of all that belongs to it. */
    public String wholeText(int index) {
        return text.substring(
                provisions.get(index).from(), provisions.get(ends[index] - 1).until());
    }

    public Optional<Provision> at(String path) {
        return Optional.ofNullable(byPath.get(path)).map(provisions::get);
    }

    /**
     * Index of the provision with that path.
     *
     * @throws IllegalArgumentException if there is none
     */
    public int index(String path) {
        var index = byPath.get(path);
        if (index == null) {
            throw new IllegalArgumentException("no provision " + path);
        }
        return index;
    }

    /**
     * The provision that a path ({@code art:32/para:2/item:1}) or a printed reference (第32条第2項第1号, 第三十二条第二項第一号,
     * 付則第1条, Section 1.1(a)) names. Of a number printed twice a printed reference names the first; one that several
     * supplementary provisions could answer names none.
     */
    public Optional<Provision> find(String reference) {
        return at(reference).or(() -> Reference.find(reference, this));
    }
}
