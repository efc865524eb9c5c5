package org.consentledger.events.request;

import java.time.Instant;
import org.consentledger.events.AboutCustomer;
import org.consentledger.events.Actor;

/** A fact in the life of one request of a customer about his own data. */
public sealed interface RequestEvent extends AboutCustomer permits RequestReceived, RequestStep {
    /** Names the request among all requests: a UUID (RFC 9562). */
    String requestId();

    /** When it happened, not when the ledger learned it; UTC, microseconds. Never earlier than the step before. */
    Instant expressedAt();

    Actor actor();
}
