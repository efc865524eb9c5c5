package org.consentledger.command.imports;

/**
 * Where a row stands in its file.
 *
 * @param line number of its first line, from 1; a header counts
 * @param lines how many lines it has
 * @param offset of its first byte
 * @param length in bytes, with its line end
 */
record Place(long line, long lines, long offset, long length) {
    /** Before the first row. */
    static final Place START = new Place(1, 0, 0, 0);

    /** The byte behind it. */
    long end() {
        return offset + length;
    }

    /** The number of the line behind it. */
    long nextLine() {
        return line + lines;
    }
}
