package org.consentledger.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * The number of an edition (版) within its terms document. Numbers ascend with the effective date; gaps are allowed.
 *
 * @param value 1 to 9999
 */
public record EditionNumber(@JsonValue int value) implements Comparable<EditionNumber> {
    public static final int MIN = 1;
    public static final int MAX = 9999;

    @JsonCreator
    public EditionNumber {
        if (value < MIN || value > MAX) {
            throw new IllegalArgumentException("an edition number is " + MIN + " to " + MAX);
        }
    }

    public boolean isAfter(EditionNumber other) {
        return value > other.value;
    }

    @Override
    public int compareTo(EditionNumber other) {
        return Integer.compare(value, other.value);
    }

    @Override
    public String toString() {
        return Integer.toString(value);
    }
}
