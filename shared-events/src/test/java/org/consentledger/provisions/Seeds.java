package org.consentledger.provisions;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** The seed: two editions of real terms, and the company's own comparison table. */
public final class Seeds {
    public static final String EDITION_12 = read("edition-12.txt");
    public static final String EDITION_13 = read("edition-13.txt");
    public static final String TABLE = read("desknets-comparison-table.txt");

    private Seeds() {}

    private static String read(String name) {
        try (var in = Objects.requireNonNull(Seeds.class.getResourceAsStream("/seeds/" + name))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
