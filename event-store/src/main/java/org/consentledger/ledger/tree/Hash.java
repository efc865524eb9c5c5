package org.consentledger.ledger.tree;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Objects;

/** A SHA-256 value: always 32 bytes, never changed. Its text is lower-case hex. */
public final class Hash {
    public static final int BYTES = 32;

    private static final HexFormat HEX = HexFormat.of();
    private static final MessageDigest UNUSED = lookUp();

    private final byte[] value;

    private Hash(byte[] value) {
        this.value = value;
    }

    /** @throws IllegalArgumentException unless there are exactly 32 bytes */
    public static Hash of(byte[] bytes) {
        if (bytes.length != BYTES) {
            throw new IllegalArgumentException("a SHA-256 value has 32 bytes, not " + bytes.length);
        }
        return new Hash(bytes.clone());
    }

    /**
     * The 32 bytes that begin at {@code offset}.
     *
     * @throws IndexOutOfBoundsException where fewer than 32 follow
     */
    public static Hash at(byte[] bytes, int offset) {
        Objects.checkFromIndexSize(offset, BYTES, bytes.length);
        return new Hash(Arrays.copyOfRange(bytes, offset, offset + BYTES));
    }

    /** @throws IllegalArgumentException unless it is 64 lower-case hex digits */
    public static Hash ofHex(String hex) {
        var hash = of(HEX.parseHex(hex));
        if (!hash.hex().equals(hex)) {
            throw new IllegalArgumentException("hex digits are lower case here");
        }
        return hash;
    }

    /**
     * Reads standard base64 (RFC 4648 §4) with its padding.
     *
     * @throws IllegalArgumentException for any other text, also one that differs in the bits that no byte uses
     */
    public static Hash ofBase64(String base64) {
        var hash = of(Base64.getDecoder().decode(base64));
        if (!hash.base64().equals(base64)) {
            throw new IllegalArgumentException("base64 is not canonical");
        }
        return hash;
    }

    /** The plain SHA-256 of these bytes, without a tree's prefix. */
    public static Hash sha256(byte[] bytes) {
        return new Hash(digest().digest(bytes));
    }

    static Hash ofPrefixed(byte prefix, byte[] entry) {
        var digest = digest();
        digest.update(prefix);
        return new Hash(digest.digest(entry));
    }

    static Hash ofPrefixed(byte prefix, Hash left, Hash right) {
        var digest = digest();
        digest.update(prefix);
        digest.update(left.value);
        return new Hash(digest.digest(right.value));
    }

    /** A copy of one that was looked up once: looking it up takes longer than hashing what an append hashes. */
    private static MessageDigest digest() {
        try {
            return (MessageDigest) UNUSED.clone();
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("the digests of every Java platform can be copied", e);
        }
    }

    private static MessageDigest lookUp() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    public byte[] bytes() {
        return value.clone();
    }

    public void writeTo(byte[] target, int offset) {
        System.arraycopy(value, 0, target, offset, BYTES);
    }

    public String hex() {
        return HEX.formatHex(value);
    }

    public String base64() {
        return Base64.getEncoder().encodeToString(value);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Hash that && MessageDigest.isEqual(value, that.value);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(value);
    }

    @Override
    public String toString() {
        return hex();
    }
}
