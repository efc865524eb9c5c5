package org.consentledger.ledger.rows;

import java.util.List;

/**
 * Which events are meant, by where they stand and by what their stored JSON says.
 *
 * @param aggregates what the aggregates' ids begin with
 * @param payloadTypes their stored names
 * @param member of the payload
 * @param value of that member, as JSON prints it, a string without its quotes
 */
public record EventCriteria(String aggregates, List<String> payloadTypes, String member, String value) {
    public EventCriteria {
        payloadTypes = List.copyOf(payloadTypes);
    }
}
