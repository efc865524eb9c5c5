package org.consentledger.ledger.directory;

import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import org.consentledger.ledger.audit.EventAudit;
import org.consentledger.ledger.audit.Findings;
import org.consentledger.ledger.statement.LeafEntry;
import org.consentledger.ledger.statement.StatementRejected;
import org.consentledger.ledger.tree.Hash;
import org.consentledger.ledger.tree.TreeHashing;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** A line, an entry and a leaf hash whose hashes all fit, whatever bytes its parts are of; every char is one byte. */
@SuppressWarnings("ArrayRecordComponent") // never compared
record WrittenLeaf(long position, byte[] line, byte[] entry, Hash hash) {
    private static final JsonMapper JSON = new JsonMapper();

    enum Part {
        POSITION,
        EVENT_ID,
        AGGREGATE_TYPE,
        AGGREGATE_ID,
        SEQ,
        PAYLOAD_TYPE,
        PAYLOAD_REVISION,
        PAYLOAD,
        METADATA,
        RECORDED_AT,
        STATED_AT,
        SALT,
        END
    }

    /** Those of a sound leaf of position 41. */
    static Map<Part, String> parts() {
        var parts = new EnumMap<Part, String>(Part.class);
        parts.put(Part.POSITION, "41");
        parts.put(Part.EVENT_ID, "017f7fb1-0148-7ab7-b0d8-dfd88e8a8434");
        parts.put(Part.AGGREGATE_TYPE, "Agreement");
        parts.put(Part.AGGREGATE_ID, "agreement:terms:customer-57704");
        parts.put(Part.SEQ, "10");
        parts.put(Part.PAYLOAD_TYPE, "agreement.ConsentGiven");
        parts.put(Part.PAYLOAD_REVISION, "1");
        parts.put(Part.PAYLOAD, "{\\\"customerId\\\":\\\"customer-57704\\\",\\\"note\\\":\\\"a\\\\nb\\\",\\\"n\\\":3}");
        parts.put(Part.METADATA, "{\\\"recordedBy\\\":\\\"signup\\\"}");
        parts.put(Part.RECORDED_AT, "2022-03-12T19:53:01.250Z");
        parts.put(Part.STATED_AT, "2022-03-12T19:53:01.250000Z");
        parts.put(Part.SALT, "ce561c880c69867c291bb2e1a904e235");
        parts.put(Part.END, "}\n");
        return parts;
    }

    static String value(Map<Part, String> parts, Part part) {
        return Objects.requireNonNull(parts.get(part));
    }

    static WrittenLeaf of(Map<Part, String> parts) {
        String statement = "{\"aggregateId\":\"" + value(parts, Part.AGGREGATE_ID)
                + "\",\"eventId\":\"" + value(parts, Part.EVENT_ID)
                + "\",\"metaDataSha256\":\"" + sha256(value(parts, Part.METADATA))
                + "\",\"payloadRevision\":\"" + value(parts, Part.PAYLOAD_REVISION)
                + "\",\"payloadSha256\":\"" + sha256(value(parts, Part.PAYLOAD))
                + "\",\"payloadType\":\"" + value(parts, Part.PAYLOAD_TYPE)
                + "\",\"recordedAt\":\"" + value(parts, Part.STATED_AT)
                + "\",\"salt\":\"" + value(parts, Part.SALT)
                + "\",\"seq\":" + value(parts, Part.SEQ)
                + ",\"type\":\"" + value(parts, Part.AGGREGATE_TYPE)
                + "\",\"v\":1}";
        String line = "{\"position\":" + value(parts, Part.POSITION)
                + ",\"eventId\":\"" + value(parts, Part.EVENT_ID)
                + "\",\"aggregateType\":\"" + value(parts, Part.AGGREGATE_TYPE)
                + "\",\"aggregateId\":\"" + value(parts, Part.AGGREGATE_ID)
                + "\",\"seq\":" + value(parts, Part.SEQ)
                + ",\"payloadType\":\"" + value(parts, Part.PAYLOAD_TYPE)
                + "\",\"payloadRevision\":\"" + value(parts, Part.PAYLOAD_REVISION)
                + "\",\"payload\":\"" + value(parts, Part.PAYLOAD)
                + "\",\"metadata\":\"" + value(parts, Part.METADATA)
                + "\",\"recordedAt\":\"" + value(parts, Part.RECORDED_AT)
                + "\",\"statement\":\"" + statement.replace("\\", "\\\\").replace("\"", "\\\"")
                + "\"" + value(parts, Part.END);
        byte[] entry = bytes("{\"eventId\":\"" + value(parts, Part.EVENT_ID) + "\",\"statementSha256\":\""
                + Hash.sha256(bytes(statement)) + "\",\"v\":1}");
        return new WrittenLeaf(41, bytes(line), entry, TreeHashing.leaf(entry));
    }

    /** Of what the JSON string says; of nothing where it is none. */
    private static Hash sha256(String escaped) {
        try {
            String text = JSON.readValue(bytes("\"" + escaped + "\""), String.class);
            return Hash.sha256(text.getBytes(StandardCharsets.UTF_8));
        } catch (JacksonException _) {
            return Hash.sha256(new byte[0]);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    WrittenLeaf withLine(byte[] other) {
        return new WrittenLeaf(position, other, entry, hash);
    }

    WrittenLeaf withEntry(byte[] other) {
        return new WrittenLeaf(position, line, other, TreeHashing.leaf(other));
    }

    WrittenLeaf withHash(Hash other) {
        return new WrittenLeaf(position, line, entry, other);
    }

    /** Whether it is recognised up to its end. */
    boolean isRecognisedBy(SoundLeaf leaf) {
        return leaf.end(line, 0, line.length, position, entry, hash) == line.length;
    }

    /** Whether whoever reads it finds nothing amiss. */
    boolean isSound() {
        var findings = new Findings();
        var audit = new EventAudit(findings);
        try {
            var read = EventLine.parse(line);
            var statement = audit.statement(position, read.statement(), LeafEntry.parse(entry));
            if (statement != null) {
                audit.event(read.event(), statement);
            }
            return read.event().position() == position
                    && findings.count() == 0
                    && TreeHashing.leaf(entry).equals(hash);
        } catch (LineRejected | StatementRejected _) {
            return false;
        }
    }

    @Override
    public String toString() {
        return new String(line, StandardCharsets.ISO_8859_1) + new String(entry, StandardCharsets.ISO_8859_1);
    }
}
