package org.consentledger.console.ledger;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the check of a file came to, as the query side tells it; as far as the page shows it. */
record Verdict(
        String kind,
        boolean verified,
        @Nullable String ledger,
        @Nullable Long checkpointSize,
        @Nullable Long position,
        @Nullable String eventId,
        @Nullable Question question,
        @Nullable Integer facts,
        List<Finding> findings,
        List<String> remarks) {
    /** Times as the dossier has them. */
    record Question(String customerId, String termsId, String at, String knownAt) {}

    /** @param message in English */
    record Finding(String code, @Nullable Long position, String message) {}
}
