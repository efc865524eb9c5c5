package org.consentledger.command.platform;

import java.security.MessageDigest;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.consentledger.command.platform.RecordOfThePast.Known;
import org.consentledger.ledger.append.IdempotencyClaim;
import org.consentledger.ledger.reading.AnsweredRequest;
import org.consentledger.ledger.reading.LedgerReader;
import org.consentledger.ledger.reading.PublicLog;
import org.consentledger.ledger.reading.RecordedEvent;
import org.jspecify.annotations.Nullable;

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

    /** What the ledger knows under each of these claims' keys, in their order. */
    List<Known> known(List<IdempotencyClaim> claims) {
        var stored = ledger.answered(claims).stream()
                .collect(Collectors.toMap(AnsweredRequests::keyOf, IdempotencyClaim::fingerprint, (one, _) -> one));
        return claims.stream()
                .map(claim -> known(stored.get(keyOf(claim)), claim))
                .toList();
    }

    private static Known known(byte @Nullable [] stored, IdempotencyClaim claim) {
        if (stored == null) {
            return Known.NOTHING;
        }
        return MessageDigest.isEqual(stored, claim.fingerprint()) ? Known.THE_SAME : Known.SOMETHING_ELSE;
    }

    /** A key belongs to a customer. */
    private static List<String> keyOf(IdempotencyClaim claim) {
        return List.of(claim.customerId(), claim.key());
    }

    boolean holds(UUID eventId) {
        return ledger.event(eventId).isPresent();
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
