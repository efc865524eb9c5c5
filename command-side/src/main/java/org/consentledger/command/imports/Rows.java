package org.consentledger.command.imports;

import java.io.Closeable;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The rows of a file, in its order. A row that is broken is one row and does not take its neighbours with it. */
interface Rows extends Closeable {
    /** The next row; {@code null} behind the last one. */
    @Nullable
    Row next() throws IOException;

    /** How the format names the place of a value that a JSON pointer names (RFC 6901). */
    String placeOf(String pointer);

    /** What stands before the first row. */
    Place header();
}
