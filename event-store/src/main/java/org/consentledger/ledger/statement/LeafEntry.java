package org.consentledger.ledger.statement;

import java.util.Arrays;
import java.util.UUID;
import org.consentledger.ledger.tree.Hash;
import org.consentledger.ledger.tree.TreeHashing;

/** An entry of the log, open to everybody and without personal data: an event and the hash of its statement. */
public record LeafEntry(UUID eventId, Hash statementSha256) {

    /** @param statement the canonical bytes of the event's statement */
    public static LeafEntry of(UUID eventId, byte[] statement) {
        return new LeafEntry(eventId, Hash.sha256(statement));
    }

    /** @throws StatementRejected for any bytes but those that {@link #canonical} writes */
    public static LeafEntry parse(byte[] canonical) {
        var entry = CanonicalReader.read(canonical, LeafEntry::read);
        if (!Arrays.equals(entry.canonical(), canonical)) {
            throw new StatementRejected("the leaf entry is not canonical");
        }
        return entry;
    }

    private static LeafEntry read(CanonicalReader members) {
        var entry = new LeafEntry(
                members.string("eventId", UUID::fromString), members.string("statementSha256", Hash::ofHex));
        members.integer("v", 1);
        return entry;
    }

    /** {@code {"eventId":"<uuid>","statementSha256":"<hex>","v":1}}: what stands in an entry bundle. */
    public byte[] canonical() {
        return new CanonicalWriter()
                .put("eventId", eventId.toString())
                .put("statementSha256", statementSha256.hex())
                .put("v", 1)
                .bytes();
    }

    /** The leaf's hash in the tree (RFC 6962 §2.1). */
    public Hash leafHash() {
        return TreeHashing.leaf(canonical());
    }
}
