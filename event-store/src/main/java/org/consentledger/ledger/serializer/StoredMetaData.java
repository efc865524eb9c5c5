package org.consentledger.ledger.serializer;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What is kept of an event's metadata: a few known keys with text values, sorted, so that equal metadata have equal
 * bytes. Everything else that travels with a message (tracing, security context) is about the moment, not the fact, and
 * may name persons, so it never reaches the ledger.
 */
final class StoredMetaData {
    /** Who called (opaque), and which message this one follows from. */
    private static final Set<String> KEPT = Set.of("recordedBy", "correlationId", "traceId");

    private StoredMetaData() {}

    static Map<String, String> of(Map<String, ?> metaData) {
        var kept = new TreeMap<String, String>();
        metaData.forEach((key, value) -> {
            if (KEPT.contains(key) && value != null) {
                kept.put(key, value.toString());
            }
        });
        return kept;
    }
}
