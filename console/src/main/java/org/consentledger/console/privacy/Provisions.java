package org.consentledger.console.privacy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** To whom a customer's data were provided, as the query side tells it; as far as the page shows it. All times UTC. */
record Provisions(List<Provision> items, @Nullable String next) {
    /** @param keptThrough the last day, in Japan, on which this record is kept */
    record Provision(
            String purposeId,
            @Nullable String recipient,
            @Nullable List<String> dataItems,
            Instant providedAt,
            boolean permitted,
            List<Because> because,
            LocalDate keptThrough) {}

    record Because(String text) {}
}
