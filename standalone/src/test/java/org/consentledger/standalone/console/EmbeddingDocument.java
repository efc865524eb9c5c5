package org.consentledger.standalone.console;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** What {@code docs/EMBEDDING.md} shows to developers of sign-up pages. */
final class EmbeddingDocument {
    private static final Path DOCUMENT = Path.of("..", "docs", "EMBEDDING.md");

    private EmbeddingDocument() {}

    /** The first block of code in that language. */
    static String block(String language) throws IOException {
        var block =
                Pattern.compile("```" + language + "\n(.*?)```", Pattern.DOTALL).matcher(Files.readString(DOCUMENT));
        if (!block.find()) {
            throw new IllegalStateException("no block of " + language);
        }
        return block.group(1);
    }
}
