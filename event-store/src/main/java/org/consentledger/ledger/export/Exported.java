package org.consentledger.ledger.export;

import org.consentledger.ledger.tree.Hash;

/**
 * What an export holds.
 *
 * @param size in leaves
 * @param checkpoints how many
 * @param cosignatures how many, of all witnesses on all of them
 * @param timestamps how many
 * @param kept files that an earlier run had written, compared and left as they are
 */
public record Exported(long size, Hash root, long checkpoints, long cosignatures, long timestamps, long kept) {}
