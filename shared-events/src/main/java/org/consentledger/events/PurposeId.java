package org.consentledger.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/**
 * Names a purpose of use (利用目的) across the editions of one terms document.
 *
 * @param value {@code [a-z0-9][a-z0-9-]{0,63}}
 */
public record PurposeId(@JsonValue String value) implements Comparable<PurposeId> {
    /** The only accepted form. */
    public static final String PATTERN = "[a-z0-9][a-z0-9-]{0,63}";

    private static final Pattern FORM = Pattern.compile(PATTERN);

    @JsonCreator
    public PurposeId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("not a purpose id: must match " + PATTERN);
        }
    }

    @Override
    public int compareTo(PurposeId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
