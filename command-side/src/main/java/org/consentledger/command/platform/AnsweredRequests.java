package org.consentledger.command.platform;

import java.security.MessageDigest;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.LongStream;
import org.consentledger.ledger.append.IdempotencyClaim;
import org.consentledger.ledger.reading.AnsweredRequest;
import org.consentledger.ledger.reading.LedgerReader;
import org.consentledger.ledger.reading.PublicLog;
import org.consentledger.ledger.reading.RecordedEvent;

/** Requests that were answered before; their answers are made again from the ledger, not kept beside it. */
final class AnsweredRequests {
    private final LedgerReader ledger;
    private final PublicLog publicLog;

    AnsweredRequests(LedgerReader ledger, PublicLog publicLog) {
        this.ledger = ledger;
        this.publicLog = publicLog;
    }

    /**
     * The first answer to this request; empty where its key is free.
     *
     * @throws CommandRejected {@code IDEMPOTENCY_KEY_REUSED} where the key stands for another request
     */
    Optional<Written> find(IdempotencyClaim claim) {
        return ledger.answered(claim.customerId(), claim.key()).map(before -> {
            if (!MessageDigest.isEqual(before.fingerprint(), claim.fingerprint())) {
                throw new CommandRejected(Code.IDEMPOTENCY_KEY_REUSED);
            }
            return again(before);
        });
    }

    private Written again(AnsweredRequest before) {
        var events = LongStream.rangeClosed(before.firstPosition(), before.lastPosition())
                .mapToObj(this::eventAt)
                .toList();
        return new Written(null, events, true);
    }

    /** An event that the ledger holds. */
    WrittenEvent event(UUID eventId) {
        return written(ledger.event(eventId)
                .orElseThrow(() -> new IllegalStateException("the ledger has no event " + eventId)));
    }

    private WrittenEvent eventAt(long position) {
        return written(ledger.event(position)
                .orElseThrow(() -> new IllegalStateException("the ledger has no event " + position)));
    }

    private WrittenEvent written(RecordedEvent event) {
        String receipt = publicLog.receipt(UUID.fromString(event.eventId())).orElse(null);
        return new WrittenEvent(event.payload(), event.eventId(), event.position(), event.recordedAt(), receipt);
    }
}
