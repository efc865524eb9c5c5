package org.consentledger.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * Digest: SHA-256 (FIPS 180-4) over the exact bytes, those of a text in UTF-8.
 *
 * @param value {@code sha256:} and 64 lower-case hexadecimal digits
 */
public record ContentDigest(@JsonValue String value) {
    /** The only accepted form. */
    public static final String PATTERN = "sha256:[0-9a-f]{64}";

    private static final Pattern FORM = Pattern.compile(PATTERN);

    @JsonCreator
    public ContentDigest {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("not a digest: must match " + PATTERN);
        }
    }

    public static ContentDigest of(String text) {
        try {
            var sha256 = MessageDigest.getInstance("SHA-256");
            return new ContentDigest(
                    "sha256:" + HexFormat.of().formatHex(sha256.digest(text.getBytes(StandardCharsets.UTF_8))));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
