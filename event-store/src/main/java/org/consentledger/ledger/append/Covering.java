package org.consentledger.ledger.append;

import java.util.function.LongFunction;

/**
 * A signed checkpoint that has the appended events among its leaves.
 *
 * @param treeSize of the checkpoint, in leaves
 * @param receipts for the position of an event it covers, the receipt: C2SP tlog-proof text; made when asked for
 */
public record Covering(long treeSize, LongFunction<String> receipts) {}
