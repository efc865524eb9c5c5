package org.consentledger.query.accesses;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One read of customers' data, as it is answered.
 *
 * @param customerId whose; {@code null} for a list
 * @param question see {@link QuestionAsked}
 * @param about identifiers of what else was asked about, such as {@code desknets-cloud/newsletter}; {@code null} for nothing
 * @param subject who looked: the subject of the token
 * @param client through which the subject looked; {@code null} where the token does not say
 * @param reason as stated, or "not stated"; {@code null} where one was stated and cannot be read (any more)
 * @param lookedAt UTC
 */
record AccessItem(
        @Nullable String customerId,
        String question,
        @Nullable String about,
        String subject,
        @Nullable String client,
        @Nullable String reason,
        Instant lookedAt) {
    private static final String NOT_STATED = "not stated";

    /** @param reason opened; empty where there is none to read */
    static AccessItem of(AccessRecord access, Optional<String> reason) {
        return new AccessItem(
                access.customerId(),
                access.question(),
                access.about().isEmpty() ? null : access.about(),
                access.subject(),
                access.client(),
                access.reasonStated() ? reason.orElse(null) : NOT_STATED,
                access.lookedAt());
    }
}
