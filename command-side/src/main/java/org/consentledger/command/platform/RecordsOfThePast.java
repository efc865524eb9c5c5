package org.consentledger.command.platform;

import java.util.Set;
import org.consentledger.events.CustomerId;
import tools.jackson.databind.node.ObjectNode;

/**
 * Says what rows of an import mean. Each slice implements it whose records they may become, so that a row goes through
 * the same bodies, commands and rules as a request.
 */
public interface RecordsOfThePast {
    /** The kinds of rows that it knows; no other slice knows one of them. */
    Set<String> kinds();

    /**
     * Reads one row. Nothing is recorded yet.
     *
     * @param body what the API's body for this kind has, and perhaps less; it may be changed
     * @throws CommandRejected where it means nothing that could be recorded
     */
    RecordOfThePast read(String kind, CustomerId customerId, ObjectNode body);
}
