package org.consentledger.benchmarks.yardsticks;

import java.util.Map;

/** The body of an acceptance, as a service reads it that looks into it. */
record Acceptance(
        String termsId,
        int edition,
        String digest,
        String channel,
        Actor actor,
        Evidence evidence,
        Map<String, String> decisions) {
    record Actor(String kind) {}

    record Evidence(String ipAddress, String userAgent, String note) {}
}
