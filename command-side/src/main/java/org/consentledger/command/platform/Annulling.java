package org.consentledger.command.platform;

import java.util.Optional;
import org.consentledger.events.CustomerId;

/** A slice whose records can be annulled: it alone knows which of them, and decides on it. */
public interface Annulling {
    /** A record of that customer, and why it should be annulled. */
    record Asked(CustomerId customerId, String recordId, Object event, String reason) {}

    /** The command that annuls the record; empty where it is none of this slice and this customer that can be annulled. */
    Optional<Object> command(Asked asked);
}
