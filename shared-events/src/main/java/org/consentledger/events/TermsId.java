package org.consentledger.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/**
 * Names one terms document (約款), the thing that has editions.
 *
 * @param value {@code [a-z0-9][a-z0-9-]{0,63}}
 */
public record TermsId(@JsonValue String value) implements Comparable<TermsId> {
    /** The only accepted form. */
    public static final String PATTERN = "[a-z0-9][a-z0-9-]{0,63}";

    private static final Pattern FORM = Pattern.compile(PATTERN);

    @JsonCreator
    public TermsId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("not a terms id: must match " + PATTERN);
        }
    }

    @Override
    public int compareTo(TermsId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
