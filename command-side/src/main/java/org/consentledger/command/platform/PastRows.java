package org.consentledger.command.platform;

import org.consentledger.command.platform.Malformed.Fault;
import org.consentledger.events.CustomerId;
import org.consentledger.events.TermsId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;

/** What the rows of all kinds have in common. */
@Component
public final class PastRows {
    private final StrictBodies bodies;
    private final PastTimes times;
    private final Idempotency idempotency;

    PastRows(StrictBodies bodies, RecordedTerms ledger, Idempotency idempotency) {
        this.bodies = bodies;
        this.times = new PastTimes(ledger);
        this.idempotency = idempotency;
    }

    /**
     * The body of the API that a row is. Its {@code expressedAt} may be a day or a month.
     *
     * @throws CommandRejected {@code MALFORMED}, {@code TERMS_UNKNOWN}
     */
    public <T> T read(Class<T> type, ObjectNode row) {
        times.settle(row);
        return bodies.read(type, row);
    }

    /**
     * The record that a row makes. Rows whose bodies mean the same say the same.
     *
     * @throws Malformed where it has no source
     */
    public RecordOfThePast record(
            String kind,
            CustomerId customerId,
            @Nullable TermsId termsId,
            @Nullable SourceBody source,
            Object body,
            Object command,
            boolean digestTaken) {
        if (source == null) {
            throw new Malformed("/source", Fault.MISSING);
        }
        var claim = idempotency.claimOfSource(customerId, source.reference(), "IMPORT " + kind, body);
        return new RecordOfThePast(customerId, termsId, claim, command, digestTaken);
    }
}
