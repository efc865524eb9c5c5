package org.consentledger.ledger.append;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.consentledger.ledger.rows.HashRows;
import org.consentledger.ledger.rows.LedgerDamaged;
import org.consentledger.ledger.tree.Edge;
import org.consentledger.ledger.tree.Hash;
import org.consentledger.ledger.tree.StoredTree;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * The tree row, locked until the transaction ends: nobody else appends meanwhile.
 *
 * @param size of the tree
 * @param root of the tree
 * @param now ledger time for what is appended in this transaction
 */
record LockedTree(long size, Hash root, Instant now) {

    /** @param row of the tree, read under its lock */
    static LockedTree of(ResultSet row) throws SQLException {
        if (!row.next()) {
            throw new LedgerDamaged("the tree has no row");
        }
        return new LockedTree(
                row.getLong(1),
                Hash.of(row.getBytes(2)),
                row.getObject(3, OffsetDateTime.class).toInstant());
    }

    /**
     * The edge to append to: the one remembered, or, where another process has appended since, the one stored.
     *
     * @throws LedgerDamaged where the stored hashes do not make the root that the row names
     */
    Edge edge(Connection connection, Edge remembered) {
        if (remembered.size() == size && remembered.root().equals(root)) {
            return remembered;
        }
        var stored = new StoredTree(new HashRows(new SingleConnectionDataSource(connection, true))).edge(size);
        if (!stored.root().equals(root)) {
            throw new LedgerDamaged(
                    "the tree of size " + size + " has root " + root + ", its hashes make " + stored.root());
        }
        return stored;
    }
}
