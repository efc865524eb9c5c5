package org.consentledger.ledger.fsck;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import org.consentledger.ledger.audit.AuditReport;
import org.consentledger.ledger.audit.Checkpoints;
import org.consentledger.ledger.audit.CheckpointsBySize;
import org.consentledger.ledger.audit.CosignatureAudit;
import org.consentledger.ledger.audit.Damage;
import org.consentledger.ledger.audit.Finding;
import org.consentledger.ledger.audit.Findings;
import org.consentledger.ledger.audit.Progress;
import org.consentledger.ledger.audit.TileComparison;
import org.consentledger.ledger.audit.TreeAudit;
import org.consentledger.ledger.note.Checkpoint;
import org.consentledger.ledger.note.NoteRejected;
import org.consentledger.ledger.note.Quorum;
import org.consentledger.ledger.note.SignedNote;
import org.consentledger.ledger.note.VerifierKey;
import org.consentledger.ledger.scan.LedgerScan;
import org.consentledger.ledger.scan.ScannedTree;
import org.consentledger.ledger.timestamp.TimestampAudit;
import org.consentledger.ledger.timestamp.TrustedAuthority;
import org.consentledger.ledger.tree.StoredTree;
import org.consentledger.ledger.tree.TileGeometry;
import org.jspecify.annotations.Nullable;

/**
 * Recomputes the ledger from the bytes in the database: every event against its statement, every statement against its
 * leaf, the leaves against tiles, tree and every checkpoint ever signed, and whether each has its counterpart. It reads
 * one moment of the ledger in pages, writes nothing, and may run beside those who append.
 *
 * <p>Who can write to the database and has the signing key can make another ledger that fits together; that shows only
 * against what is kept elsewhere: the signer's memory, receipts, an auditor's checkpoints.
 */
public final class Fsck {
    private static final int PAGE = TileGeometry.WIDTH;
    private static final int MOST_LOOKS = 10;
    private static final Duration PAUSE = Duration.ofMillis(100);

    private final DataSource dataSource;
    private final List<VerifierKey> trusted;
    private final @Nullable SignedNote remembered;
    private final Progress progress;
    private final Findings findings = new Findings();
    private @Nullable TrustedAuthority authority;

    /**
     * @param trusted the keys that may have signed; where empty, those that the database itself names
     * @param remembered what the signer remembers to have signed last, read before this is run; {@code null} where
     *     nobody remembers anything
     */
    public Fsck(
            DataSource dataSource,
            Collection<VerifierKey> trusted,
            @Nullable SignedNote remembered,
            Progress progress) {
        this.dataSource = dataSource;
        this.trusted = List.copyOf(trusted);
        this.remembered = remembered;
        this.progress = progress;
    }

    /** Whose time stamps are believed; where it is not said, the report remarks that this was left open. */
    public Fsck trusting(@Nullable TrustedAuthority timestamps) {
        this.authority = timestamps;
        return this;
    }

    public AuditReport run() {
        awaitStored();
        try (var scan = LedgerScan.begin(dataSource)) {
            return check(scan);
        }
    }

    /** A signer at work remembers first and stores then, a moment later. */
    private void awaitStored() {
        for (int i = 0; remembered != null && i < MOST_LOOKS; i++) {
            try (var scan = LedgerScan.begin(dataSource)) {
                if (scan.holds(remembered)) {
                    return;
                }
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }

    private AuditReport check(LedgerScan scan) {
        var row = scan.tree();
        if (row.isEmpty()) {
            findings.add(Damage.TREE_CHANGED, Finding.NOWHERE, "the tree's row is gone");
        }
        var keys = keys(scan.keys());
        var checkpoints = new Checkpoints(scan.checkpoints(), keys, findings);
        var kept = remembered(keys);
        var timestamps = new TimestampAudit(scan::timestamp, keys, authority, findings);
        var tree = new TreeAudit(
                (level, first, expected) -> TileComparison.compare(
                        level, first, expected, scan.tile(level, first, expected.size()), findings),
                new CheckpointsBySize(checkpoints, timestamps.checkpoints()),
                kept,
                findings);
        long size = row.map(ScannedTree::size).orElseGet(scan::end);
        var pass = new Pass(row, size, tree, timestamps, findings);
        long end = Math.max(scan.end(), size);
        progress.total(end);
        for (long first = 0; first < end; first += PAGE) {
            int count = (int) Math.min(PAGE, end - first);
            pass.page(first, count, scan.events(first, count), scan.leaves(first, count));
            progress.reached(first + count);
        }
        pass.end(end);
        scan.eventsBelow().forEach(at -> inserted(Damage.EVENT_INSERTED, "an event", at));
        scan.leavesBelow().forEach(at -> inserted(Damage.LEAF_INSERTED, "a leaf", at));
        for (var tile : scan.tilesBeyond(end)) {
            findings.add(
                    Damage.TILE_INSERTED,
                    TileComparison.leaves(tile.level(), tile.index()),
                    "hash " + tile.index() + " of tile level " + tile.level() + " has no leaves");
        }
        checkCosignatures(scan, tree.size(), keys);
        compareNewest(checkpoints.newest(), kept, size);
        finish(timestamps, scan);
        return AuditReport.of(tree, checkpoints, findings);
    }

    private void inserted(Damage damage, String what, long position) {
        findings.add(damage, Finding.NOWHERE, what + " is at position " + position + ", which no tree has");
    }

    private void checkCosignatures(LedgerScan scan, long size, Collection<VerifierKey> keys) {
        var audit = new CosignatureAudit(new StoredTree(scan::hashes), size, keys, Quorum.NONE, findings);
        long expected = 0;
        for (var next = scan.cosignatures(); next.hasNext(); expected++) {
            var cosignature = next.next();
            if (cosignature.number() != expected) {
                findings.add(
                        Damage.COSIGNATURE_MISSING,
                        Finding.NOWHERE,
                        "cosignature " + expected + " is gone, the next is " + cosignature.number());
                expected = cosignature.number();
            }
            audit.check(cosignature.checkpoint(), cosignature.line(), cosignature.vkey());
        }
        audit.finish();
    }

    /** A token is kept before its event is appended, so one without an event may be on its way. */
    private void finish(TimestampAudit timestamps, LedgerScan scan) {
        timestamps.finish();
        long next = timestamps.count();
        if (scan.timestamp(next).isPresent()) {
            findings.remark("time stamp " + next + " is not recorded by an event yet; the next stamping does that");
        }
        if (scan.timestamp(next + 1).isPresent()) {
            findings.add(
                    Damage.TIMESTAMP_INSERTED,
                    Finding.NOWHERE,
                    "time stamp " + (next + 1) + " is there, recorded are only " + next);
        }
    }

    private Collection<VerifierKey> keys(List<String> vkeys) {
        var announced = vkeys.stream().flatMap(vkey -> key(vkey).stream()).toList();
        if (trusted.isEmpty()) {
            findings.remark("the keys are those that the database itself names");
            return announced;
        }
        announced.stream()
                .filter(key -> !trusted.contains(key))
                .forEach(key -> findings.add(
                        Damage.KEY_UNKNOWN, Finding.NOWHERE, "the database names a key that is not trusted: " + key));
        return trusted;
    }

    private Optional<VerifierKey> key(String vkey) {
        try {
            return Optional.of(VerifierKey.parse(vkey));
        } catch (NoteRejected e) {
            findings.add(Damage.KEY_UNKNOWN, Finding.NOWHERE, "the database names what is no key: " + e.getMessage());
            return Optional.empty();
        }
    }

    private List<Checkpoint> remembered(Collection<VerifierKey> keys) {
        try {
            return remembered == null ? List.of() : List.of(Checkpoint.open(remembered, keys));
        } catch (NoteRejected e) {
            findings.add(Damage.CHECKPOINT_NOT_SIGNED, Finding.NOWHERE, "what the signer remembers: " + e.getMessage());
            return List.of();
        }
    }

    private void compareNewest(@Nullable Checkpoint newest, List<Checkpoint> kept, long size) {
        long stored = newest == null ? 0 : newest.size();
        kept.stream()
                .filter(last -> last.size() > stored)
                .forEach(last -> findings.add(
                        Damage.CHECKPOINT_PUT_BACK,
                        stored,
                        "the newest checkpoint stored is of size " + stored + ", the signer remembers " + last.size()
                                + "; were they lost in a crash, starting the product puts the last one back"));
        if (remembered == null && newest != null) {
            findings.remark("nobody remembers what was signed last: an end that was cut off with its checkpoints is not"
                    + " seen here");
        }
        if (stored < size) {
            findings.remark("no checkpoint covers the leaves from " + stored + " to " + (size - 1) + " yet");
        }
    }
}
