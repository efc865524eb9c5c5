package org.consentledger.ledger.audit;

import java.time.Instant;
import java.util.UUID;

/**
 * An event as it is stored, outside of any framework.
 *
 * @param position leaf index, from 0
 * @param seq number within its aggregate, from 0
 * @param recordedAt ledger time; UTC, microseconds
 */
@SuppressWarnings("ArrayRecordComponent") // a row, never compared
public record EventBytes(
        long position,
        UUID eventId,
        String aggregateType,
        String aggregateId,
        long seq,
        String payloadType,
        String payloadRevision,
        byte[] payload,
        byte[] metadata,
        Instant recordedAt) {}
