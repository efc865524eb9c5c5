package org.consentledger.ledger.directory;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.security.DigestException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.consentledger.ledger.tree.Hash;

/** SHA-256 as 64 lower-case hex digits, again and again without a new object; for one thread. */
final class LineDigest {
    static final int DIGITS = 2 * Hash.BYTES;

    private static final VarHandle FOUR = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);
    private static final VarHandle EIGHT = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);
    private static final long ONES = 0x0101_0101_0101_0101L;
    private static final long NIBBLES = ONES * 0x0f;
    private static final int FROM_NINE_TO_A = 'a' - '0' - 10;

    private final MessageDigest sha256;
    private final byte[] hash = new byte[Hash.BYTES];

    LineDigest() {
        try {
            sha256 = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** Writes the digits of the hash of the first so many bytes. */
    void hex(byte[] bytes, int length, byte[] digits, int at) {
        try {
            sha256.update(bytes, 0, length);
            sha256.digest(hash, 0, hash.length);
        } catch (DigestException e) {
            throw new IllegalStateException("a SHA-256 value has 32 bytes", e);
        }
        for (int i = 0; i < hash.length; i += Integer.BYTES) {
            EIGHT.set(digits, at + 2 * i, hex((int) FOUR.get(hash, i)));
        }
    }

    /** Eight digits, a byte each: every nibble in a byte of its own, those above nine moved on to the letters. */
    private static long hex(int four) {
        long pairs = Integer.toUnsignedLong(four);
        pairs = (pairs | pairs << 16) & 0x0000_ffff_0000_ffffL;
        pairs = (pairs | pairs << 8) & 0x00ff_00ff_00ff_00ffL;
        long nibbles = (pairs | pairs << 4) & NIBBLES;
        long aboveNine = ((nibbles + ONES * 6) >>> 4) & ONES;
        return nibbles + ONES * '0' + aboveNine * FROM_NINE_TO_A;
    }
}
