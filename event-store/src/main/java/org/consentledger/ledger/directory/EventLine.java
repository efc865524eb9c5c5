package org.consentledger.ledger.directory;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.UUID;
import org.consentledger.ledger.audit.EventBytes;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/**
 * An event as a line of JSON. {@code payload}, {@code metadata} and {@code statement} are strings whose UTF-8 bytes are
 * the bytes that were hashed; where those are no UTF-8 the member is named {@code payloadBase64} and so on instead.
 *
 * @param statement as it is stored
 */
@SuppressWarnings("ArrayRecordComponent") // a line, never compared
public record EventLine(EventBytes event, byte[] statement) {
    private static final String BASE64 = "Base64";
    private static final char REPLACEMENT = '\uFFFD';

    /**
     * Reads a line with its line end.
     *
     * @throws LineRejected for any bytes but those that {@link #encode} writes
     */
    public static EventLine parse(byte[] line) {
        return LineReader.read(line, EventLine::read, EventLine::encode);
    }

    private static EventLine read(LineReader members) {
        var event = new EventBytes(
                members.integer("position"),
                UUID.fromString(members.string("eventId")),
                members.string("aggregateType"),
                members.string("aggregateId"),
                members.integer("seq"),
                members.string("payloadType"),
                members.string("payloadRevision"),
                bytes("payload", members),
                bytes("metadata", members),
                recordedAt(members));
        return new EventLine(event, bytes("statement", members));
    }

    private static Instant recordedAt(LineReader members) {
        try {
            return Instant.parse(members.string("recordedAt"));
        } catch (DateTimeException e) {
            throw new LineRejected("recordedAt is malformed", e);
        }
    }

    /** With its line end. */
    public byte[] encode() {
        return LineWriter.line(json -> {
            json.writeNumberProperty("position", event.position());
            json.writeStringProperty("eventId", event.eventId().toString());
            json.writeStringProperty("aggregateType", event.aggregateType());
            json.writeStringProperty("aggregateId", event.aggregateId());
            json.writeNumberProperty("seq", event.seq());
            json.writeStringProperty("payloadType", event.payloadType());
            json.writeStringProperty("payloadRevision", event.payloadRevision());
            write("payload", event.payload(), json);
            write("metadata", event.metadata(), json);
            json.writeStringProperty("recordedAt", event.recordedAt().toString());
            write("statement", statement, json);
        });
    }

    private static byte[] bytes(String name, LineReader members) {
        return members.has(name)
                ? members.string(name).getBytes(StandardCharsets.UTF_8)
                : Base64.getDecoder().decode(members.string(name + BASE64));
    }

    private static void write(String name, byte[] bytes, JsonGenerator json) {
        String text = text(bytes);
        if (text == null) {
            json.writeStringProperty(name + BASE64, Base64.getEncoder().encodeToString(bytes));
        } else {
            json.writeStringProperty(name, text);
        }
    }

    private static @Nullable String text(byte[] bytes) {
        var text = new String(bytes, StandardCharsets.UTF_8);
        // What is not UTF-8 is read as U+FFFD, whose bytes are others.
        boolean readAsIs = text.indexOf(REPLACEMENT) < 0 || Arrays.equals(text.getBytes(StandardCharsets.UTF_8), bytes);
        return readAsIs ? text : null;
    }
}
