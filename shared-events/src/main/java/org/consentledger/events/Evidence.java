package org.consentledger.events;

import org.jspecify.annotations.Nullable;

/** What the client observed when the person acted; it may support the record in a dispute. */
public record Evidence(
        @PersonalData @Nullable String ipAddress,
        @PersonalData @Nullable String userAgent,
        @PersonalData @Nullable String note) {}
