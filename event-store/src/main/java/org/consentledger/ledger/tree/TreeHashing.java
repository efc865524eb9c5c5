package org.consentledger.ledger.tree;

/** The three hashes of a Merkle tree, each in a domain of its own (RFC 6962 §2.1). */
public final class TreeHashing {
    /** {@code MTH({}) = SHA-256()}: the root of the tree without leaves. */
    public static final Hash EMPTY_ROOT = Hash.sha256(new byte[0]);

    private static final byte LEAF = 0x00;
    private static final byte NODE = 0x01;

    private TreeHashing() {}

    /** {@code MTH({d(0)}) = SHA-256(0x00 || d(0))}. */
    public static Hash leaf(byte[] entry) {
        return Hash.ofPrefixed(LEAF, entry);
    }

    /** {@code SHA-256(0x01 || left || right)}. */
    public static Hash node(Hash left, Hash right) {
        return Hash.ofPrefixed(NODE, left, right);
    }
}
