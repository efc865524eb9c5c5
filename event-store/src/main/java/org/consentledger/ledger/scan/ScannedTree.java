package org.consentledger.ledger.scan;

import java.time.Instant;
import org.consentledger.ledger.tree.Hash;
import org.jspecify.annotations.Nullable;

/**
 * What the ledger's one row says of the tree.
 *
 * @param size in leaves
 * @param recordedAt of the last leaf; {@code null} where there is none
 */
public record ScannedTree(long size, Hash root, @Nullable Instant recordedAt) {}
