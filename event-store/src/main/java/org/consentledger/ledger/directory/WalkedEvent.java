package org.consentledger.ledger.directory;

import static org.consentledger.ledger.directory.LineWalk.ascii;

import org.consentledger.ledger.directory.LineWalk.Span;

/**
 * An event as {@link EventLine} writes it, walked along: where its values stand in the line and what its bytes are hashed
 * to. It is used again for the next line; for one thread.
 */
final class WalkedEvent {
    static final String ID_SHAPE = "xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx";

    private static final byte[] POSITION = ascii("{\"position\":");
    private static final byte[] EVENT_ID = ascii(",\"eventId\":\"");
    private static final byte[] AGGREGATE_TYPE = ascii("\",\"aggregateType\":\"");
    private static final byte[] AGGREGATE_ID = ascii("\",\"aggregateId\":\"");
    private static final byte[] SEQ = ascii("\",\"seq\":");
    private static final byte[] PAYLOAD_TYPE = ascii(",\"payloadType\":\"");
    private static final byte[] PAYLOAD_REVISION = ascii("\",\"payloadRevision\":\"");
    private static final byte[] PAYLOAD = ascii("\",\"payload\":\"");
    private static final byte[] METADATA = ascii("\",\"metadata\":\"");
    private static final byte[] RECORDED_AT = ascii("\",\"recordedAt\":\"");
    private static final byte[] ID = ascii(ID_SHAPE);

    final Span eventId = new Span();
    final Span aggregateType = new Span();
    final Span aggregateId = new Span();
    final Span seq = new Span();
    final Span payloadType = new Span();
    final Span payloadRevision = new Span();
    final byte[] payloadSha256 = new byte[LineDigest.DIGITS];
    final byte[] metadataSha256 = new byte[LineDigest.DIGITS];
    final LineTime recordedAt = new LineTime();

    private final LineWalk line;
    private final LineDigest sha256;
    private final Span time = new Span();
    private final byte[] text = new byte[LineWalk.LONGEST];

    WalkedEvent(LineWalk line, LineDigest sha256) {
        this.line = line;
        this.sha256 = sha256;
    }

    /** Whether it is the one of that position. */
    boolean isThere(long position) {
        return line.is(POSITION)
                && line.is(ascii(Long.toString(position)))
                && line.is(EVENT_ID)
                && line.isShaped(ID, eventId)
                && line.is(AGGREGATE_TYPE)
                && line.isPlain(aggregateType)
                && line.is(AGGREGATE_ID)
                && line.isPlain(aggregateId)
                && line.is(SEQ)
                && line.isNatural(seq)
                && line.is(PAYLOAD_TYPE)
                && line.isPlain(payloadType)
                && line.is(PAYLOAD_REVISION)
                && line.isPlain(payloadRevision)
                && line.is(PAYLOAD)
                && isHashed(payloadSha256)
                && line.is(METADATA)
                && isHashed(metadataSha256)
                && line.is(RECORDED_AT)
                && line.isPlain(time)
                && recordedAt.read(line.bytes(), time.from(), time.length());
    }

    private boolean isHashed(byte[] digits) {
        int length = line.text(text);
        if (length < 0) {
            return false;
        }
        sha256.hex(text, length, digits, 0);
        return true;
    }
}
