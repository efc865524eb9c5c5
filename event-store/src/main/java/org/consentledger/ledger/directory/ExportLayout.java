package org.consentledger.ledger.directory;

import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Set;
import org.consentledger.ledger.note.VerifierKey;
import org.consentledger.ledger.tile.TilePath;
import org.consentledger.ledger.tree.TileGeometry;

/**
 * Where an exported ledger has what.
 *
 * <pre>
 * assertion.json         size and root that the whole must have; written last
 * checkpoint             the newest, a signed note
 * tile/L/N[.p/W]         hashes (C2SP tlog-tiles)
 * tile/entries/N[.p/W]   the entries of the log (C2SP tlog-tiles)
 * events/N[.p/W]         the events of an entry bundle with their statements, a line of JSON each
 * checkpoints/N[.p/W]    all checkpoints ever signed, the smallest first, 256 a file, a line of JSON each
 * cosignatures/N[.p/W]   all cosignatures of witnesses, in the order in which they came, 256 a file, a line of JSON each
 * timestamps/K.tst       an RFC 3161 token; K counts them from 0 and is written as N is
 * timestamps/K.checkpoint  the signed note that it is about
 * keys/ID.vkey           the keys they were signed with, as the ledger itself names them
 * </pre>
 *
 * <p>N and W are written as in the path of a tile: 256 to a full file, W to the last one.
 */
public record ExportLayout(Path root) {
    /** What stands directly in the directory. */
    public static final Set<String> NAMES = Set.of(
            "assertion.json", "checkpoint", "tile", "events", "checkpoints", "cosignatures", "timestamps", "keys");

    private static final String ENTRIES = "tile/entries/";

    public Path assertion() {
        return root.resolve("assertion.json");
    }

    public Path checkpoint() {
        return root.resolve("checkpoint");
    }

    public Path tile(TilePath path) {
        return root.resolve(path.toString());
    }

    /** The events whose entries are in that bundle. */
    public Path events(TilePath.Entries bundle) {
        return root.resolve("events/" + bundle.toString().substring(ENTRIES.length()));
    }

    /** @param bundle counts checkpoints as if they were entries */
    public Path checkpoints(TilePath.Entries bundle) {
        return root.resolve("checkpoints/" + bundle.toString().substring(ENTRIES.length()));
    }

    /** @param bundle counts cosignatures as if they were entries */
    public Path cosignatures(TilePath.Entries bundle) {
        return root.resolve("cosignatures/" + bundle.toString().substring(ENTRIES.length()));
    }

    /** The token of a time stamp. */
    public Path token(long number) {
        return root.resolve(timestamp(number) + ".tst");
    }

    /** The checkpoint that a time stamp is about. */
    public Path timestamped(long number) {
        return root.resolve(timestamp(number) + ".checkpoint");
    }

    private static String timestamp(long number) {
        String name = new TilePath.Entries(number, TileGeometry.WIDTH).toString();
        return "timestamps/" + name.substring(ENTRIES.length());
    }

    public Path keys() {
        return root.resolve("keys");
    }

    public Path key(VerifierKey key) {
        return keys().resolve(HexFormat.of().toHexDigits(key.keyId()) + ".vkey");
    }

    /** The file's path inside the export, with slashes. */
    public String name(Path file) {
        return root.relativize(file).toString().replace(file.getFileSystem().getSeparator(), "/");
    }

    /** The bundle with this index of a sequence of that size. */
    public static TilePath.Entries bundle(long index, long size) {
        return new TilePath.Entries(index, (int) Math.min(TileGeometry.WIDTH, size - index * TileGeometry.WIDTH));
    }

    /** How many bundles a sequence of that size falls into. */
    public static long bundles(long size) {
        return size / TileGeometry.WIDTH + (size % TileGeometry.WIDTH == 0 ? 0 : 1);
    }
}
