package org.consentledger.events.ledger;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.regex.Pattern;
import org.consentledger.events.ContentDigest;
import org.consentledger.events.StoredAs;

/**
 * A time-stamping authority attested that a checkpoint of this ledger was there at a time (タイムスタンプ, RFC 3161). The
 * token itself is kept beside the ledger; its digest stands here, so that none can be slipped in or exchanged later.
 *
 * <p>It does not say that the authority is one to trust: that is for whoever checks the token.
 *
 * @param authority the subject of the certificate that the token is signed with (RFC 2253)
 * @param checkpointSize leaves of the checkpoint's tree; this event is none of them
 * @param checkpointRoot of that tree, in base64 as in the checkpoint
 * @param checkpointDigest of the checkpoint's bytes, signatures included: what the token is about
 * @param genTime when the token was made, by the authority's clock; UTC, microseconds
 * @param tokenDigest of the token's bytes: the TimeStampToken, without the reply that it came in
 */
@StoredAs(name = "ledger.CheckpointTimestamped", revision = 1)
public record CheckpointTimestamped(
        String authority,
        long checkpointSize,
        String checkpointRoot,
        ContentDigest checkpointDigest,
        Instant genTime,
        ContentDigest tokenDigest)
        implements LedgerEvent {
    private static final Pattern ROOT = Pattern.compile("[A-Za-z0-9+/]{43}=");

    public CheckpointTimestamped {
        if (checkpointSize < 1) {
            throw new IllegalArgumentException("a tree without leaves says nothing");
        }
        if (!ROOT.matcher(checkpointRoot).matches()) {
            throw new IllegalArgumentException("a root is the base64 of 32 bytes");
        }
        genTime = genTime.truncatedTo(ChronoUnit.MICROS);
    }
}
