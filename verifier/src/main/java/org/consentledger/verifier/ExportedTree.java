package org.consentledger.verifier;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.consentledger.ledger.directory.ExportLayout;
import org.consentledger.ledger.tile.HashTile;
import org.consentledger.ledger.tile.TilePath;
import org.consentledger.ledger.tile.TileRejected;
import org.consentledger.ledger.tree.Hash;
import org.consentledger.ledger.tree.HashSource;
import org.consentledger.ledger.tree.TileGeometry;

/** The tiles of an export, which were checked before, to ask for the root of any smaller tree. */
final class ExportedTree implements HashSource {
    private static final int CACHED = 16;

    private final ExportLayout layout;
    private final long size;
    private final Map<TilePath.Hashes, List<Hash>> cached = new LinkedHashMap<>(CACHED, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<TilePath.Hashes, List<Hash>> eldest) {
            return size() > CACHED;
        }
    };

    /** @param size of the exported tree */
    ExportedTree(ExportLayout layout, long size) {
        this.layout = layout;
        this.size = size;
    }

    /** @throws IllegalStateException where the tile is missing or malformed; who checked it has told so */
    @Override
    public List<Hash> read(int tileLevel, long first, int count) {
        long index = first / TileGeometry.WIDTH;
        long width = TileGeometry.complete(tileLevel, size) - index * TileGeometry.WIDTH;
        var tile = cached.computeIfAbsent(
                new TilePath.Hashes(tileLevel, index, (int) Math.min(TileGeometry.WIDTH, width)), this::tile);
        int offset = (int) (first % TileGeometry.WIDTH);
        return tile.subList(offset, offset + count);
    }

    private List<Hash> tile(TilePath.Hashes path) {
        try {
            return HashTile.decode(Files.readAllBytes(layout.tile(path)), path.width());
        } catch (NoSuchFileException | TileRejected e) {
            throw new IllegalStateException(path + " cannot be read", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
