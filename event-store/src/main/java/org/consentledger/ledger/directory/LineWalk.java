package org.consentledger.ledger.directory;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Walks along the bytes of a line that is probably written as we write it. Each step says whether there stands what should
 * stand there; where it does not, the walk is over. It is used again for the next line; for one thread.
 */
final class LineWalk {
    /** Of a longer line, only so many bytes are walked along. */
    static final int LONGEST = 1 << 16;

    /** The digits of every number of so many are below 2^53 (RFC 8785 §3.2.2.3). */
    private static final int MOST_DIGITS = 15;

    private static final byte ANY_HEX = 'x';
    private static final boolean[] IS_HEX = new boolean[256];

    static {
        for (char digit : "0123456789abcdef".toCharArray()) {
            IS_HEX[digit] = true;
        }
    }

    private byte[] bytes = {};
    private int at;
    private int to;

    /** Where a value stands in the line. */
    static final class Span {
        private int from;
        private int to;

        int from() {
            return from;
        }

        int length() {
            return to - from;
        }
    }

    static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    /** @param end of the bytes that are there, perhaps within the line */
    void begin(byte[] line, int from, int end) {
        bytes = line;
        at = from;
        to = Math.min(end, from + LONGEST);
    }

    /** Where the next step begins. */
    int at() {
        return at;
    }

    byte[] bytes() {
        return bytes;
    }

    boolean is(byte[] expected) {
        return is(expected, 0, expected.length);
    }

    boolean is(byte[] expected, int from, int length) {
        if (length > to - at || !Arrays.equals(bytes, at, at + length, expected, from, from + length)) {
            return false;
        }
        at += length;
        return true;
    }

    /** @param shape x for a lower-case hex digit, all else for itself */
    boolean isShaped(byte[] shape, Span value) {
        if (shape.length > to - at) {
            return false;
        }
        boolean isShaped = true;
        for (int i = 0; i < shape.length; i++) {
            byte b = bytes[at + i];
            isShaped &= shape[i] == ANY_HEX ? IS_HEX[Byte.toUnsignedInt(b)] : shape[i] == b;
        }
        return end(at + shape.length, value) && isShaped;
    }

    /** Digits, of which the first is 0 only where it is the only one. */
    boolean isNatural(Span value) {
        int end = at;
        while (end < to && bytes[end] >= '0' && bytes[end] <= '9') {
            end++;
        }
        int digits = end - at;
        boolean isNatural = digits > 0 && digits <= MOST_DIGITS && (digits == 1 || bytes[at] != '0');
        return end(end, value) && isNatural;
    }

    /** A string in which every byte is a character of its own, up to its closing quotation mark. */
    boolean isPlain(Span value) {
        long strange = 0;
        for (int i = at; i < to - Long.BYTES; i += Long.BYTES) {
            long eight = (long) PlainAscii.EIGHT.get(bytes, i);
            strange |= PlainAscii.strange(eight);
            long marks = PlainAscii.marks(eight);
            if (marks != 0) {
                return end(i + Long.numberOfTrailingZeros(marks) / Byte.SIZE, value)
                        && bytes[at] == '"'
                        && strange == 0;
            }
        }
        return false;
    }

    private boolean end(int end, Span value) {
        value.from = at;
        value.to = end;
        at = end;
        return true;
    }

    /**
     * Takes out of a string what it says, up to its closing quotation mark. Eight bytes are copied at once; behind a
     * backslash, what follows is copied again, to stand in its place.
     *
     * @param room of {@link #LONGEST} bytes
     * @return how many bytes that is; negative where anything is escaped but quotation marks and backslashes, or is not ASCII
     */
    int text(byte[] room) {
        int escaped = -1;
        int backslashes = 0;
        long strange = 0;
        for (int i = at; i < to - 2 * Long.BYTES; i += Long.BYTES) {
            long eight = (long) PlainAscii.EIGHT.get(bytes, i);
            PlainAscii.EIGHT.set(room, i - at - backslashes, eight);
            strange |= PlainAscii.strange(eight);
            for (long marks = PlainAscii.marks(eight); marks != 0; marks &= marks - 1) {
                int mark = i + Long.numberOfTrailingZeros(marks) / Byte.SIZE;
                if (mark == escaped) {
                    continue;
                }
                if (bytes[mark] == '"') {
                    int length = mark - at - backslashes;
                    at = mark;
                    return strange == 0 ? length : -1;
                }
                escaped = mark + 1;
                if (bytes[escaped] != '"' && bytes[escaped] != '\\') {
                    return -1;
                }
                PlainAscii.EIGHT.set(room, mark - at - backslashes, (long) PlainAscii.EIGHT.get(bytes, escaped));
                backslashes++;
            }
        }
        return -1;
    }
}
