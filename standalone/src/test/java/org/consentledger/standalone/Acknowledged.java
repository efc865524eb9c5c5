package org.consentledger.standalone;

import org.consentledger.standalone.LedgerClient.Reply;
import org.jspecify.annotations.Nullable;

/**
 * What a client was told about a request of its own, and will hold the product to.
 *
 * @param receipt tlog-proof text; {@code null} where none was given
 */
record Acknowledged(
        String customer,
        String key,
        String recordId,
        long position,
        @Nullable String receipt) {

    static Acknowledged of(String customer, String key, Reply reply) {
        var record = reply.json();
        return new Acknowledged(
                customer,
                key,
                record.required("recordId").asString(),
                record.required("position").asLong(),
                record.required("receipt").isNull()
                        ? null
                        : record.required("receipt").asString());
    }

    /** Whether it tells of the same fact; the receipt may name a later checkpoint. */
    boolean sameFactAs(Acknowledged other) {
        return recordId.equals(other.recordId) && position == other.position;
    }
}
