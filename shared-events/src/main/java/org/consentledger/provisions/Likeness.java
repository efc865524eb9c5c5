package org.consentledger.provisions;

import java.util.Arrays;

/**
 * How alike two texts are: the share of pairs of neighbouring characters that they have in common (Dice's coefficient),
 * seen through folding, white space left out. Keys put texts that are much alike into a common bucket, so that not every
 * pair need be compared.
 */
public final class Likeness {
    private static final int LONGEST = 20_000;
    private static final int BANDS = 10;
    private static final int ROWS = 4;

    private final int[] pairs;

    private Likeness(int[] pairs) {
        this.pairs = pairs;
    }

    /** Of a text; of a very long one, of its beginning. */
    public static Likeness of(String text) {
        var seen = new StringBuilder();
        int offset = 0;
        while (offset < text.length() && seen.length() < LONGEST) {
            int codePoint = text.codePointAt(offset);
            var folded = Folding.fold(codePoint);
            if (!folded.equals(" ")) {
                seen.append(folded);
            }
            offset += Character.charCount(codePoint);
        }
        var pairs = new int[seen.length()];
        for (int i = 0; i < pairs.length; i++) {
            pairs[i] = (i == 0 ? 0 : seen.charAt(i - 1) << 16) | seen.charAt(i);
        }
        Arrays.sort(pairs);
        return new Likeness(pairs);
    }

    /** In characters that count. */
    public int length() {
        return pairs.length;
    }

    /** From 0, nothing in common, to 1. */
    public double to(Likeness other) {
        if (pairs.length + other.pairs.length == 0) {
            return 1;
        }
        int common = 0;
        int i = 0;
        int j = 0;
        while (i < pairs.length && j < other.pairs.length) {
            int order = Integer.compare(pairs[i], other.pairs[j]);
            if (order == 0) {
                common++;
                i++;
                j++;
            } else if (order < 0) {
                i++;
            } else {
                j++;
            }
        }
        return 2.0 * common / (pairs.length + other.pairs.length);
    }

    /** MinHash bands: two texts alike by nine tenths miss a common key in one case of some hundred. */
    public long[] keys() {
        var keys = new long[BANDS];
        for (int band = 0; band < BANDS; band++) {
            long key = band;
            for (int row = 0; row < ROWS; row++) {
                key = mix(key * 31 + least(band * ROWS + row + 1));
            }
            keys[band] = key;
        }
        return keys;
    }

    private long least(long seed) {
        long least = Long.MAX_VALUE;
        for (int i = 0; i < pairs.length; i++) {
            if (i == 0 || pairs[i] != pairs[i - 1]) {
                least = Math.min(least, mix(pairs[i] + seed * 0x9E3779B97F4A7C15L));
            }
        }
        return least;
    }

    private static long mix(long value) {
        long mixed = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return mixed ^ (mixed >>> 31);
    }
}
