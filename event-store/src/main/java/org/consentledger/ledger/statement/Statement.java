package org.consentledger.ledger.statement;

import java.time.Instant;
import java.util.Arrays;
import java.util.UUID;
import org.consentledger.ledger.tree.Hash;

/**
 * What the ledger says about one event: whose it is, what it is, when it was recorded. It is kept beside the leaf and
 * given to an expert; the leaf, which everybody may see, holds only its hash.
 *
 * @param aggregateId of the aggregate whose event it is
 * @param metaDataSha256 of the bytes stored
 * @param payloadRevision of the event's schema
 * @param payloadSha256 of the bytes stored
 * @param payloadType the event's stable logical name
 * @param recordedAt ledger time, in UTC and whole microseconds, years 0 to 9999
 * @param seq the event's number within its aggregate, from 0, below 2^53
 * @param type of the aggregate
 */
public record Statement(
        String aggregateId,
        UUID eventId,
        Hash metaDataSha256,
        String payloadRevision,
        Hash payloadSha256,
        String payloadType,
        Instant recordedAt,
        Salt salt,
        long seq,
        String type) {

    /** @throws StatementRejected for what the canonical form cannot hold */
    public Statement {
        CanonicalJson.checkText(aggregateId);
        CanonicalJson.checkText(payloadRevision);
        CanonicalJson.checkText(payloadType);
        CanonicalJson.checkText(type);
        RecordedAt.check(recordedAt);
        if (seq < 0 || seq > CanonicalJson.LARGEST_INTEGER) {
            throw new StatementRejected("seq is 0 to 2^53 - 1");
        }
    }

    /**
     * Reads the canonical bytes and no others: what is not written exactly as {@link #canonical} writes it is refused.
     *
     * @throws StatementRejected for any other bytes
     */
    public static Statement parse(byte[] canonical) {
        var statement = CanonicalReader.read(canonical, Statement::read);
        if (!Arrays.equals(statement.canonical(), canonical)) {
            throw new StatementRejected("the statement is not canonical");
        }
        return statement;
    }

    private static Statement read(CanonicalReader members) {
        var statement = new Statement(
                members.string("aggregateId"),
                members.string("eventId", UUID::fromString),
                members.string("metaDataSha256", Hash::ofHex),
                members.string("payloadRevision"),
                members.string("payloadSha256", Hash::ofHex),
                members.string("payloadType"),
                members.string("recordedAt", RecordedAt::parse),
                members.string("salt", Salt::of),
                members.integer("seq"),
                members.string("type"));
        members.integer("v", 1);
        return statement;
    }

    /** Canonical JSON (RFC 8785) with {@code "v":1}. */
    public byte[] canonical() {
        return new CanonicalWriter()
                .put("aggregateId", aggregateId)
                .put("eventId", eventId.toString())
                .put("metaDataSha256", metaDataSha256.hex())
                .put("payloadRevision", payloadRevision)
                .put("payloadSha256", payloadSha256.hex())
                .put("payloadType", payloadType)
                .put("recordedAt", RecordedAt.format(recordedAt))
                .put("salt", salt.toString())
                .put("seq", seq)
                .put("type", type)
                .put("v", 1)
                .bytes();
    }
}
