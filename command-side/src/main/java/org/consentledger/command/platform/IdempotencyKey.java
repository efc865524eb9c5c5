package org.consentledger.command.platform;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/**
 * What a client chose so that a repeated request is recognised. It belongs to one customer.
 *
 * @param value 1 to 200 visible ASCII characters
 */
public record IdempotencyKey(@JsonValue String value) {
    /** The header that carries it. */
    public static final String HEADER = "Idempotency-Key";

    private static final Pattern FORM = Pattern.compile("[!-~]{1,200}");

    public IdempotencyKey {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("an idempotency key is 1 to 200 visible ASCII characters");
        }
    }
}
