package org.consentledger.ledger.rows;

import java.util.List;
import javax.sql.DataSource;
import org.consentledger.ledger.tree.Hash;
import org.consentledger.ledger.tree.HashSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The hashes of the tree: level 0 with the leaves, the levels above as tiles. */
public final class HashRows implements HashSource {
    private final JdbcClient jdbc;

    public HashRows(DataSource dataSource) {
        this.jdbc = JdbcClient.create(dataSource);
    }

    @Override
    public List<Hash> read(int tileLevel, long first, int count) {
        var query = tileLevel == 0
                ? jdbc.sql("select hash from ledger.leaf where position >= ? and position < ? order by position")
                : jdbc.sql("select hash from ledger.tile where index >= ? and index < ? and level = ? order by index");
        query = query.param(first).param(first + count);
        if (tileLevel > 0) {
            query = query.param(tileLevel);
        }
        var hashes = query.query((row, _) -> Hash.of(row.getBytes(1))).list();
        if (hashes.size() != count) {
            throw new LedgerDamaged("of the hashes " + first + " to " + (first + count - 1) + " at tile level "
                    + tileLevel + " there are only " + hashes.size());
        }
        return hashes;
    }
}
