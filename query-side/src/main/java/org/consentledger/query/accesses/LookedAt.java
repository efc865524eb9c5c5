package org.consentledger.query.accesses;

import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Collectors;
import org.consentledger.events.CustomerId;
import org.jspecify.annotations.Nullable;

/**
 * What a question looks at.
 *
 * @param customerId {@code null} for a list, which is of many customers
 * @param about identifiers of what else is asked about, by slashes, such as {@code desknets-cloud/newsletter}; empty for
 *     nothing
 */
public record LookedAt(QuestionAsked question, @Nullable CustomerId customerId, String about) {

    /** @param about identifiers, none of which can name a person; {@code null} for one that was not given */
    public static LookedAt customer(QuestionAsked question, CustomerId customerId, @Nullable Object... about) {
        return new LookedAt(question, customerId, joined(about));
    }

    /** @param about as for one customer */
    public static LookedAt list(QuestionAsked question, @Nullable Object... about) {
        return new LookedAt(question, null, joined(about));
    }

    private static String joined(@Nullable Object... about) {
        return Arrays.stream(about)
                .filter(Objects::nonNull)
                .map(Object::toString)
                .collect(Collectors.joining("/"));
    }
}
