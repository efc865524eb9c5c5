package org.consentledger.verifier;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
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
import org.consentledger.ledger.directory.Assertion;
import org.consentledger.ledger.directory.ExportLayout;
import org.consentledger.ledger.note.Checkpoint;
import org.consentledger.ledger.note.NoteRejected;
import org.consentledger.ledger.note.NoteSignature;
import org.consentledger.ledger.note.Quorum;
import org.consentledger.ledger.note.SignedNote;
import org.consentledger.ledger.note.VerifierKey;
import org.consentledger.ledger.tile.TilePath;
import org.consentledger.ledger.timestamp.TimestampAudit;
import org.consentledger.ledger.timestamp.TrustedAuthority;
import org.consentledger.ledger.tree.Hash;
import org.consentledger.ledger.tree.StoredTree;
import org.consentledger.ledger.tree.TileGeometry;
import org.jspecify.annotations.Nullable;

/**
 * Checks an exported ledger: recomputes every hash from the events up to the root, compares it with every checkpoint,
 * and accepts no byte that says something else. It reads each file once and holds one bundle in memory.
 */
public final class ExportCheck {
    private final ExportLayout layout;
    private final List<VerifierKey> trusted;
    private final List<SignedNote> kept;
    private final Quorum quorum;
    private final Progress progress;
    private final Findings findings = new Findings();
    private final ExportFiles files;
    private @Nullable TrustedAuthority authority;

    /**
     * @param directory as an export wrote it
     * @param trusted keys of the ledger, which the reader has from somewhere he trusts; where empty, those in the export
     *     are taken, and the report says so
     * @param kept checkpoints of this ledger, or of receipts, that the reader has kept: it must continue each of them
     * @param quorum of the witnesses that the reader trusts: some checkpoint must have been cosigned by as many
     */
    public ExportCheck(
            Path directory,
            Collection<VerifierKey> trusted,
            Collection<SignedNote> kept,
            Quorum quorum,
            Progress progress) {
        this.layout = new ExportLayout(directory);
        this.trusted = List.copyOf(trusted);
        this.kept = List.copyOf(kept);
        this.quorum = quorum;
        this.progress = progress;
        this.files = new ExportFiles(layout, findings);
    }

    /** Whose time stamps are believed; where it is not said, the report remarks that this was left open. */
    public ExportCheck trusting(@Nullable TrustedAuthority timestamps) {
        this.authority = timestamps;
        return this;
    }

    /** @throws IOException where a file that is there cannot be read */
    public AuditReport run() throws IOException {
        var asserted = files.assertion();
        if (asserted == null) {
            return AuditReport.ofNothing(findings);
        }
        long size = asserted.size();
        var keys = keys();
        try (var notes = ExportedLines.checkpoints(layout, asserted.checkpoints(), findings)) {
            var checkpoints = new Checkpoints(notes, keys, findings);
            var stamps = new ExportedTimestamps(layout);
            var timestamps = new TimestampAudit(stamps, keys, authority, findings);
            var tree = new TreeAudit(
                    this::compareTile,
                    new CheckpointsBySize(checkpoints, timestamps.checkpoints()),
                    open(keys),
                    findings);
            progress.total(size);
            var bundles = new BundleCheck(layout, files, tree, timestamps, findings);
            for (long i = 0; i < ExportLayout.bundles(size) && bundles.check(ExportLayout.bundle(i, size)); i++) {
                progress.reached(tree.size());
            }
            tree.finish();
            compare(asserted, tree, checkpoints);
            var newest = files.checkpoint(keys);
            if (newest != null) {
                compare(asserted, Checkpoint.parse(newest.text()));
            }
            checkCosignatures(asserted, tree, newest, keys);
            finish(timestamps, stamps);
            files.tellForeign(asserted, timestamps.count());
            return AuditReport.of(tree, checkpoints, findings);
        }
    }

    private void compareTile(int level, long first, List<Hash> expected) {
        var path = new TilePath.Hashes(level, first / TileGeometry.WIDTH, expected.size());
        try {
            var stored = files.tile(path);
            if (stored != null) {
                TileComparison.compare(level, first, expected, stored, findings);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Collection<VerifierKey> keys() throws IOException {
        var named = files.keys();
        if (trusted.isEmpty()) {
            named.forEach(key -> findings.remark("the key was taken from the export itself; compare it with one that"
                    + " you have from elsewhere: " + key));
            return named;
        }
        named.stream()
                .filter(key -> !trusted.contains(key))
                .forEach(key -> findings.add(
                        Damage.KEY_UNKNOWN, Finding.NOWHERE, "the export names a key that is not trusted: " + key));
        return trusted;
    }

    private List<Checkpoint> open(Collection<VerifierKey> keys) {
        var opened = new ArrayList<Checkpoint>();
        for (var note : kept) {
            try {
                opened.add(Checkpoint.open(note, keys));
            } catch (NoteRejected e) {
                findings.add(
                        Damage.CHECKPOINT_NOT_SIGNED, Finding.NOWHERE, "a checkpoint that was kept: " + e.getMessage());
            }
        }
        return opened;
    }

    private void finish(TimestampAudit timestamps, ExportedTimestamps stamps) {
        timestamps.finish();
        if (stamps.has(timestamps.count())) {
            findings.add(
                    Damage.TIMESTAMP_INSERTED,
                    Finding.NOWHERE,
                    "time stamp " + timestamps.count() + " is there, and no event recorded it");
        }
    }

    private void checkCosignatures(
            Assertion asserted, TreeAudit tree, @Nullable SignedNote newest, Collection<VerifierKey> keys)
            throws IOException {
        var audit = new CosignatureAudit(
                new StoredTree(new ExportedTree(layout, asserted.size())), tree.size(), keys, quorum, findings);
        var ofNewest = new ArrayList<String>();
        try (var cosignatures = ExportedLines.cosignatures(layout, asserted.cosignatures(), findings)) {
            while (cosignatures.hasNext()) {
                var cosignature = cosignatures.next();
                audit.check(cosignature.checkpoint(), cosignature.signature(), cosignature.witness());
                if (newest != null && cosignature.checkpoint().equals(newest.text())) {
                    ofNewest.add(cosignature.signature());
                }
            }
        }
        audit.finish();
        if (newest != null && !isCosignedBy(newest, keys, ofNewest)) {
            findings.add(
                    Damage.COSIGNATURE_NOT_VALID,
                    Finding.NOWHERE,
                    "the file checkpoint has other cosignatures than are in cosignatures/");
        }
    }

    private static boolean isCosignedBy(
            SignedNote checkpoint, Collection<VerifierKey> keys, List<String> cosignatures) {
        var own = checkpoint.only(keys).signatures().stream().map(NoteSignature::line);
        return Stream.concat(own, cosignatures.stream())
                .toList()
                .equals(checkpoint.signatures().stream()
                        .map(NoteSignature::line)
                        .toList());
    }

    private void compare(Assertion asserted, Checkpoint newest) {
        if (newest.size() != asserted.size() || !newest.root().equals(asserted.root())) {
            findings.add(
                    Damage.CHECKPOINT_PUT_BACK,
                    Math.min(newest.size(), asserted.size()),
                    "the file checkpoint is of size " + newest.size() + ", asserted is " + asserted.size());
        }
    }

    private void compare(Assertion asserted, TreeAudit tree, Checkpoints checkpoints) {
        if (tree.size() != asserted.size() || !tree.root().equals(asserted.root())) {
            findings.add(
                    Damage.ASSERTION_CONTRADICTED,
                    Finding.NOWHERE,
                    "asserted are " + asserted.size() + " leaves with another root than they make");
        }
        var last = checkpoints.newest();
        if (last == null || last.size() != asserted.size()) {
            findings.add(
                    Damage.CHECKPOINT_PUT_BACK,
                    last == null ? 0 : last.size(),
                    "the last of the checkpoints is of size " + (last == null ? 0 : last.size()) + ", asserted is "
                            + asserted.size());
        }
    }
}
