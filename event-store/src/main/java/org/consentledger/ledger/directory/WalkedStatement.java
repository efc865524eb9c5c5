package org.consentledger.ledger.directory;

import static org.consentledger.ledger.directory.LineWalk.ascii;

import org.consentledger.ledger.directory.LineWalk.Span;
import org.consentledger.ledger.statement.Statement;

/**
 * The one statement that follows from an event, but for its salt: written as {@link Statement#canonical} writes it while it
 * is compared with the one in the line. It is used again for the next line; for one thread.
 */
final class WalkedStatement {
    private static final byte[] STATEMENT = ascii("\",\"statement\":\"");
    private static final Stated AGGREGATE_ID = Stated.of("{\"aggregateId\":\"");
    private static final Stated EVENT_ID = Stated.of("\",\"eventId\":\"");
    private static final Stated METADATA = Stated.of("\",\"metaDataSha256\":\"");
    private static final Stated PAYLOAD_REVISION = Stated.of("\",\"payloadRevision\":\"");
    private static final Stated PAYLOAD = Stated.of("\",\"payloadSha256\":\"");
    private static final Stated PAYLOAD_TYPE = Stated.of("\",\"payloadType\":\"");
    private static final Stated RECORDED_AT = Stated.of("\",\"recordedAt\":\"");
    private static final Stated SALT = Stated.of("\",\"salt\":\"");
    private static final Stated SEQ = Stated.of("\",\"seq\":");
    private static final Stated TYPE = Stated.of(",\"type\":\"");
    private static final Stated END = Stated.of("\",\"v\":1}");
    private static final byte[] SALT_SHAPE = ascii("x".repeat(32));

    private final LineWalk line;
    private final WalkedEvent event;
    private final Span salt = new Span();
    private final byte[] bytes = new byte[LineWalk.LONGEST];
    private int length;

    WalkedStatement(LineWalk line, WalkedEvent event) {
        this.line = line;
        this.event = event;
    }

    /** What of a statement never changes: as it is, and as it stands in a JSON string. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Stated(byte[] bytes, byte[] escaped) {
        static Stated of(String text) {
            return new Stated(ascii(text), ascii(text.replace("\"", "\\\"")));
        }
    }

    /** Whether the line goes on with it; then it is the {@link #bytes} of this {@link #length}. */
    boolean isThere() {
        length = 0;
        return line.is(STATEMENT)
                && states(AGGREGATE_ID, event.aggregateId)
                && states(EVENT_ID, event.eventId)
                && states(METADATA, event.metadataSha256)
                && states(PAYLOAD_REVISION, event.payloadRevision)
                && states(PAYLOAD, event.payloadSha256)
                && states(PAYLOAD_TYPE, event.payloadType)
                && states(RECORDED_AT, event.recordedAt.stated())
                && states(SALT)
                && line.isShaped(SALT_SHAPE, salt)
                && put(salt)
                && states(SEQ, event.seq)
                && states(TYPE, event.aggregateType)
                && states(END);
    }

    byte[] bytes() {
        return bytes;
    }

    int length() {
        return length;
    }

    private boolean states(Stated name, Span value) {
        return states(name) && line.is(line.bytes(), value.from(), value.length()) && put(value);
    }

    private boolean states(Stated name, byte[] value) {
        return states(name) && line.is(value) && put(value, 0, value.length);
    }

    private boolean states(Stated name) {
        return line.is(name.escaped()) && put(name.bytes(), 0, name.bytes().length);
    }

    private boolean put(Span value) {
        return put(line.bytes(), value.from(), value.length());
    }

    /** Always true; what is put there stood in the line, so that it fits. */
    private boolean put(byte[] from, int at, int count) {
        System.arraycopy(from, at, bytes, length, count);
        length += count;
        return true;
    }
}
