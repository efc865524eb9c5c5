package org.consentledger.verifier;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.consentledger.ledger.audit.Damage;
import org.consentledger.ledger.audit.Finding;
import org.consentledger.ledger.audit.Findings;
import org.consentledger.ledger.audit.TileComparison;
import org.consentledger.ledger.directory.Assertion;
import org.consentledger.ledger.directory.ExportLayout;
import org.consentledger.ledger.directory.LineRejected;
import org.consentledger.ledger.note.Checkpoint;
import org.consentledger.ledger.note.NoteRejected;
import org.consentledger.ledger.note.SignedNote;
import org.consentledger.ledger.note.VerifierKey;
import org.consentledger.ledger.tile.EntryBundle;
import org.consentledger.ledger.tile.HashTile;
import org.consentledger.ledger.tile.TilePath;
import org.consentledger.ledger.tile.TileRejected;
import org.consentledger.ledger.tree.Hash;
import org.consentledger.ledger.tree.TileGeometry;
import org.jspecify.annotations.Nullable;

/** Reads the files of an export; one that is missing or malformed is told, and the answer is {@code null}. */
final class ExportFiles {
    private final ExportLayout layout;
    private final Findings findings;

    ExportFiles(ExportLayout layout, Findings findings) {
        this.layout = layout;
        this.findings = findings;
    }

    /** Makes of a file's bytes what it says. */
    @FunctionalInterface
    private interface Reading<T> {
        T read(byte[] bytes);
    }

    @Nullable
    Assertion assertion() throws IOException {
        return read(layout.assertion(), Finding.NOWHERE, Assertion::parse);
    }

    /** The hashes of a tile. */
    @Nullable
    List<Hash> tile(TilePath.Hashes path) throws IOException {
        long firstLeaf = TileComparison.leaves(path.level(), path.index() * TileGeometry.WIDTH);
        return read(layout.tile(path), firstLeaf, bytes -> HashTile.decode(bytes, path.width()));
    }

    @Nullable
    List<byte[]> entries(TilePath.Entries path) throws IOException {
        return read(
                layout.tile(path), path.index() * TileGeometry.WIDTH, bytes -> EntryBundle.decode(bytes, path.width()));
    }

    /** The newest checkpoint, signed by one of these keys; perhaps with cosignatures, which nobody has checked. */
    @Nullable
    SignedNote checkpoint(Collection<VerifierKey> keys) throws IOException {
        return read(layout.checkpoint(), Finding.NOWHERE, bytes -> {
            var note = SignedNote.parse(bytes);
            Checkpoint.open(note, keys);
            return note;
        });
    }

    List<VerifierKey> keys() throws IOException {
        var keys = new ArrayList<VerifierKey>();
        var there = keyFiles();
        if (there.isEmpty()) {
            findings.add(Damage.FILE_MISSING, Finding.NOWHERE, "there is no key in keys");
        }
        for (Path file : there) {
            var key = read(file, Finding.NOWHERE, ExportFiles::key);
            if (key != null && layout.key(key).equals(file)) {
                keys.add(key);
            } else if (key != null) {
                findings.add(Damage.FILE_MALFORMED, Finding.NOWHERE, layout.name(file) + " has another key's name");
            }
        }
        return keys;
    }

    private List<Path> keyFiles() throws IOException {
        if (!Files.isDirectory(layout.keys())) {
            return List.of();
        }
        try (var files = Files.list(layout.keys())) {
            return files.sorted().toList();
        }
    }

    private static VerifierKey key(byte[] line) {
        String text = new String(line, StandardCharsets.UTF_8);
        try {
            var key = VerifierKey.parse(text.stripTrailing());
            if (Arrays.equals((key.encode() + "\n").getBytes(StandardCharsets.UTF_8), line)) {
                return key;
            }
        } catch (NoteRejected e) {
            throw new LineRejected(String.valueOf(e.getMessage()), e);
        }
        throw new LineRejected("a key is one line");
    }

    private <T> @Nullable T read(Path file, long position, Reading<T> reading) throws IOException {
        try {
            return reading.read(Files.readAllBytes(file));
        } catch (NoSuchFileException _) {
            missing(file, position);
        } catch (NoteRejected e) {
            findings.add(Damage.CHECKPOINT_NOT_SIGNED, position, layout.name(file) + ": " + e.getMessage());
        } catch (TileRejected | LineRejected e) {
            findings.add(Damage.FILE_MALFORMED, position, layout.name(file) + ": " + e.getMessage());
        }
        return null;
    }

    void missing(Path file, long position) {
        findings.add(
                Damage.FILE_MISSING,
                position,
                file.equals(layout.assertion())
                        ? "assertion.json is missing: the export was not finished, run it again"
                        : layout.name(file) + " is missing");
    }

    /** Remarks what lies in the directory and belongs to no export of that size: nobody has checked it. */
    void tellForeign(Assertion asserted, long timestamps) throws IOException {
        try (var files = Files.walk(layout.root())) {
            var foreign = files.filter(Files::isRegularFile)
                    .filter(file -> !belongs(file, asserted, timestamps))
                    .map(layout::name)
                    .sorted()
                    .limit(5)
                    .toList();
            if (!foreign.isEmpty()) {
                findings.remark("not part of the export and not checked: " + String.join(", ", foreign));
            }
        }
    }

    private boolean belongs(Path file, Assertion asserted, long timestamps) {
        String name = layout.name(file);
        if (Stream.of(layout.assertion(), layout.checkpoint()).anyMatch(file::equals) || name.startsWith("keys/")) {
            return true;
        }
        return switch (name.split("/", 2)[0]) {
            case "tile" -> isOf(name, asserted.size());
            case "events" -> isOf("tile/entries" + name.substring("events".length()), asserted.size());
            case "cosignatures" ->
                isOf("tile/entries" + name.substring("cosignatures".length()), asserted.cosignatures());
            case "checkpoints" -> isOf("tile/entries" + name.substring("checkpoints".length()), asserted.checkpoints());
            case "timestamps" -> isTimestamp(name, timestamps);
            default -> false;
        };
    }

    /** Whether it is one of the two files of one of the first so many time stamps. */
    private boolean isTimestamp(String name, long count) {
        try {
            var path = TilePath.parse("tile/entries" + name.substring("timestamps".length(), name.lastIndexOf('.')));
            return path.index() < count
                    && Stream.of(layout.token(path.index()), layout.timestamped(path.index()))
                            .map(layout::name)
                            .anyMatch(name::equals);
        } catch (TileRejected | IndexOutOfBoundsException _) {
            return false;
        }
    }

    /** Whether it is the one bundle of that index in a tree of this size, in its full width. */
    private static boolean isOf(String name, long size) {
        try {
            return switch (TilePath.parse(name)) {
                case TilePath.Entries bundle -> bundle.equals(widest(bundle.index(), size));
                case TilePath.Hashes tile -> tile.isWithin(size) && tile.width() == width(tile, size);
            };
        } catch (TileRejected _) {
            return false;
        }
    }

    private static TilePath.@Nullable Entries widest(long index, long size) {
        return index < ExportLayout.bundles(size) ? ExportLayout.bundle(index, size) : null;
    }

    private static long width(TilePath.Hashes tile, long size) {
        long hashes = TileGeometry.complete(tile.level(), size);
        return Math.min(TileGeometry.WIDTH, hashes - tile.index() * TileGeometry.WIDTH);
    }
}
