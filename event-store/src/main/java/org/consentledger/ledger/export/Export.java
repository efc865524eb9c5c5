package org.consentledger.ledger.export;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.consentledger.ledger.audit.Progress;
import org.consentledger.ledger.directory.Assertion;
import org.consentledger.ledger.directory.CheckpointLine;
import org.consentledger.ledger.directory.CosignatureLine;
import org.consentledger.ledger.directory.ExportLayout;
import org.consentledger.ledger.note.Checkpoint;
import org.consentledger.ledger.note.NoteSignature;
import org.consentledger.ledger.note.SignedNote;
import org.consentledger.ledger.note.VerifierKey;
import org.consentledger.ledger.scan.LedgerScan;
import org.consentledger.ledger.scan.ScannedCosignature;
import org.consentledger.ledger.tile.HashTile;
import org.consentledger.ledger.tile.TilePath;
import org.consentledger.ledger.tree.GrowingTree;
import org.consentledger.ledger.tree.TileGeometry;

/**
 * Writes the ledger, up to its newest checkpoint, into a directory. It copies and does not judge: who wants to know
 * whether it is sound verifies the copy. Killed and run again, it goes on; run again later, it adds what has come since.
 */
public final class Export {
    private final DataSource dataSource;
    private final Path directory;
    private final Progress progress;

    public Export(DataSource dataSource, Path directory, Progress progress) {
        this.dataSource = dataSource;
        this.directory = directory;
        this.progress = progress;
    }

    /**
     * Exports.
     *
     * @throws ExportRefused where nothing is signed yet, the directory holds something else, or the ledger is not whole
     */
    public Exported run() throws IOException {
        try (var scan = LedgerScan.begin(dataSource)) {
            var note = SignedNote.parse(
                    scan.newestCheckpoint().orElseThrow(() -> new ExportRefused("no checkpoint has been signed yet")));
            var checkpoint = Checkpoint.parse(note.text());
            var target = ExportTarget.open(directory);
            if (target.before().map(Assertion::size).orElse(0L) > checkpoint.size()) {
                throw new ExportRefused(directory + " holds a ledger of "
                        + target.before().get().size() + " leaves already, this one has signed only "
                        + checkpoint.size());
            }
            return write(scan, target, note, checkpoint);
        }
    }

    private Exported write(LedgerScan scan, ExportTarget target, SignedNote note, Checkpoint checkpoint)
            throws IOException {
        var layout = new ExportLayout(directory);
        var tree = new GrowingTree((_, _, _) -> {});
        progress.total(checkpoint.size());
        for (long i = 0; i < ExportLayout.bundles(checkpoint.size()); i++) {
            var path = ExportLayout.bundle(i, checkpoint.size());
            var full = new TilePath.Entries(i, TileGeometry.WIDTH);
            var bundle = ExportedBundle.read(scan, path);
            bundle.leaves().forEach(tree::append);
            target.put(layout.tile(path), layout.tile(full), bundle.entries());
            target.put(layout.events(path), layout.events(full), bundle.events());
            progress.reached(tree.size());
        }
        writeTiles(scan, target, layout, checkpoint.size());
        if (!tree.root().equals(checkpoint.root())) {
            throw new ExportRefused("the leaves do not make the root that was signed; fsck names the first bad one");
        }
        long checkpoints = scan.countCheckpoints(checkpoint.size());
        var notes = scan.checkpoints();
        writeLines(checkpoints, () -> new CheckpointLine(notes.next()).encode(), layout::checkpoints, target);
        long cosignatures = scan.countCosignatures();
        var cosigned = scan.cosignatures();
        writeLines(cosignatures, () -> line(cosigned.next()).encode(), layout::cosignatures, target);
        long timestamps = writeTimestamps(scan, target, layout, checkpoint.size());
        target.begin();
        for (var key : scan.keys().stream().map(VerifierKey::parse).toList()) {
            target.write(layout.key(key), (key.encode() + "\n").getBytes(StandardCharsets.UTF_8));
        }
        target.write(
                layout.checkpoint(),
                cosigned(note, scan.cosignaturesOn(checkpoint)).encode().getBytes(StandardCharsets.UTF_8));
        target.complete(new Assertion(checkpoints, cosignatures, checkpoint.size(), checkpoint.root()));
        return new Exported(checkpoint.size(), checkpoint.root(), checkpoints, cosignatures, timestamps, target.kept());
    }

    private static SignedNote cosigned(SignedNote checkpoint, List<String> lines) {
        var note = checkpoint;
        for (String line : lines) {
            note = note.with(NoteSignature.parse(line));
        }
        return note;
    }

    private static CosignatureLine line(ScannedCosignature cosignature) {
        return new CosignatureLine(cosignature.checkpoint(), cosignature.line(), cosignature.vkey());
    }

    private static void writeTiles(LedgerScan scan, ExportTarget target, ExportLayout layout, long size)
            throws IOException {
        for (var tile : (Iterable<TilePath.Hashes>) TilePath.hashesOf(size)::iterator) {
            long first = tile.index() * TileGeometry.WIDTH;
            var hashes = scan.hashes(tile.level(), first, tile.width());
            if (hashes.size() < tile.width()) {
                throw new ExportRefused(tile + " is not whole; fsck names the first hash that is gone");
            }
            var full = new TilePath.Hashes(tile.level(), tile.index(), TileGeometry.WIDTH);
            target.put(layout.tile(tile), layout.tile(full), HashTile.encode(hashes));
        }
    }

    /** @param file of a bundle of such lines */
    private static void writeLines(
            long count, Supplier<byte[]> next, Function<TilePath.Entries, Path> file, ExportTarget target)
            throws IOException {
        for (long i = 0; i < ExportLayout.bundles(count); i++) {
            var path = ExportLayout.bundle(i, count);
            var lines = Stream.generate(next).limit(path.width()).toList();
            target.put(
                    file.apply(path),
                    file.apply(new TilePath.Entries(i, TileGeometry.WIDTH)),
                    ExportedBundle.joined(lines));
        }
    }

    private static long writeTimestamps(LedgerScan scan, ExportTarget target, ExportLayout layout, long upToSize)
            throws IOException {
        long count = scan.countTimestamps(upToSize);
        for (long i = 0; i < count; i++) {
            long number = i;
            var stamp = scan.timestamp(number)
                    .orElseThrow(() -> new ExportRefused("time stamp " + number + " is gone; fsck tells more"));
            target.put(layout.timestamped(number), stamp.note().getBytes(StandardCharsets.UTF_8));
            target.put(layout.token(number), stamp.token());
        }
        return count;
    }
}
