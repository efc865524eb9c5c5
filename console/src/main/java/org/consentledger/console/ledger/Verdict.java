package org.consentledger.console.ledger;

import java.util.List;
import org.consentledger.console.platform.Clock;
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
        List<Remark> remarks) {
    /** Times as the dossier has them. */
    record Question(String customerId, String termsId, String at, String knownAt) {}

    /**
     * @param file of a dossier
     * @param message in English
     */
    record Finding(
            String code, @Nullable Long position, @Nullable String file, String message) {}

    /**
     * @param arguments of which those of a time stamp begin with a time
     * @param message in English
     */
    record Remark(String code, List<String> arguments, String message) {
        /** As the page's words take them. */
        public Object[] told(Clock times) {
            return arguments.stream().map(times::told).toArray();
        }
    }
}
