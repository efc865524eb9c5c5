package org.consentledger.command.platform;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.LongStream;
import org.consentledger.command.platform.RecordOfThePast.Known;
import org.consentledger.events.customer.PersonalDataErased;
import org.consentledger.ledger.personal.AskedBefore;
import org.consentledger.ledger.personal.DataKeys;
import org.consentledger.ledger.personal.RequestClaim;
import org.consentledger.ledger.reading.AnsweredRequest;
import org.consentledger.ledger.reading.LedgerReader;
import org.consentledger.ledger.reading.PublicLog;
import org.consentledger.ledger.reading.RecordedEvent;

/** Requests that were answered before; their answers are made again from the ledger, not kept beside it. */
final class AnsweredRequests {
    private final DataKeys dataKeys;
    private final LedgerReader ledger;
    private final PublicLog publicLog;

    AnsweredRequests(DataKeys dataKeys, LedgerReader ledger, PublicLog publicLog) {
        this.dataKeys = dataKeys;
        this.ledger = ledger;
        this.publicLog = publicLog;
    }

    /**
     * What is known of this request.
     *
     * @throws CommandRejected {@code CUSTOMER_ERASED} where nothing more is recorded of the customer
     */
    AskedBefore askedBefore(RequestClaim claim) {
        var before = dataKeys.askedBefore(claim);
        if (before.keys().isErased() && !isTheErasure(claim, before)) {
            throw new CommandRejected(Code.CUSTOMER_ERASED);
        }
        return before;
    }

    /**
     * The first answer to this request; empty where its key is free.
     *
     * @throws CommandRejected {@code IDEMPOTENCY_KEY_REUSED} where the key stands for another request
     */
    Optional<Written> answer(RequestClaim claim, AskedBefore before) {
        if (before.answered() == null) {
            return Optional.empty();
        }
        if (!isTheErasure(claim, before) && !before.isSame(claim)) {
            throw new CommandRejected(Code.IDEMPOTENCY_KEY_REUSED);
        }
        return Optional.of(again(before.answered()));
    }

    /**
     * Whether the claim is of the very approval that erased the customer. The key that its fingerprint was made with died
     * by it; but it holds nothing besides the id of the erasure, which the event names.
     */
    private boolean isTheErasure(RequestClaim claim, AskedBefore before) {
        return before.keys().isErased()
                && before.answered() != null
                && eventAt(before.answered().lastPosition()).event() instanceof PersonalDataErased erased
                && Idempotency.isFor(claim, Idempotency.approvalOf(erased.erasureId()));
    }

    /** What the ledger knows of many requests, in their order; asked at once. */
    List<AskedBefore> askedBefore(List<RequestClaim> claims) {
        return dataKeys.askedBefore(claims);
    }

    /** What stands under the claim's key. Of who is erased nothing is told but that, when his record is sent. */
    static Known known(RequestClaim claim, AskedBefore before) {
        if (before.answered() == null || before.keys().isErased()) {
            return Known.NOTHING;
        }
        return before.isSame(claim) ? Known.THE_SAME : Known.SOMETHING_ELSE;
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
