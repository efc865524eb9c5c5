package org.consentledger.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/**
 * Names a customer (本人) without saying who that is: opaque, never a mail address.
 *
 * @param value {@code [A-Za-z0-9][A-Za-z0-9._:-]{0,127}}
 */
public record CustomerId(@JsonValue String value) implements Comparable<CustomerId> {
    /** The only accepted form. */
    public static final String PATTERN = "[A-Za-z0-9][A-Za-z0-9._:-]{0,127}";

    private static final Pattern FORM = Pattern.compile(PATTERN);

    @JsonCreator
    public CustomerId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("not a customer id: must match " + PATTERN);
        }
    }

    @Override
    public int compareTo(CustomerId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
