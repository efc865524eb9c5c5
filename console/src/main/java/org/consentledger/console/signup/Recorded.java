package org.consentledger.console.signup;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** The record that an answer became. */
record Recorded(
        String recordId,
        String customerId,
        String termsId,
        int edition,
        Instant expressedAt,
        @Nullable Instant recordedAt,
        @Nullable Long position,
        @Nullable String receipt) {

    /** The receipt as a file that the page itself carries (RFC 2397). */
    public @Nullable String receiptFile() {
        return receipt == null
                ? null
                : "data:text/plain;charset=utf-8;base64,"
                        + Base64.getEncoder().encodeToString(receipt.getBytes(StandardCharsets.UTF_8));
    }
}
