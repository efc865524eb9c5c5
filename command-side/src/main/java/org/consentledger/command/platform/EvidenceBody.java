package org.consentledger.command.platform;

import jakarta.validation.constraints.Size;
import org.consentledger.events.Evidence;
import org.jspecify.annotations.Nullable;

/** The member {@code evidence} of a body: what the client observed. */
public record EvidenceBody(
        @Nullable @Size(max = 64) String ipAddress,
        @Nullable @Size(max = 1000) String userAgent,
        @MultiLine @Nullable @Size(max = 4000) String note) {

    public Evidence evidence() {
        return new Evidence(ipAddress, userAgent, note);
    }
}
