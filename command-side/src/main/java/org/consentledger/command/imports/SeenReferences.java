package org.consentledger.command.imports;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.consentledger.command.platform.RecordOfThePast;
import org.consentledger.command.platform.RecordOfThePast.Known;

/**
 * The references that earlier rows of a file had, and what these said: 16 bytes for each, so that a preview finds
 * repetitions in a file of many millions of rows. Two rows look alike by mistake once in 2^64.
 */
final class SeenReferences {
    private static final int SMALLEST = 1 << 12;

    private long[] names = new long[SMALLEST];
    private long[] fingerprints = new long[SMALLEST];
    private int size;

    synchronized Known known(RecordOfThePast record) {
        long name = name(record);
        int slot = slot(names, name);
        if (names[slot] == 0) {
            return Known.NOTHING;
        }
        return fingerprints[slot] == first(record.digest()) ? Known.THE_SAME : Known.SOMETHING_ELSE;
    }

    synchronized void add(RecordOfThePast record) {
        if (size > names.length / 2) {
            grow();
        }
        long name = name(record);
        int slot = slot(names, name);
        names[slot] = name;
        fingerprints[slot] = first(record.digest());
        size++;
    }

    private void grow() {
        var moreNames = new long[names.length * 2];
        var moreFingerprints = new long[names.length * 2];
        for (int i = 0; i < names.length; i++) {
            if (names[i] != 0) {
                int slot = slot(moreNames, names[i]);
                moreNames[slot] = names[i];
                moreFingerprints[slot] = fingerprints[i];
            }
        }
        names = moreNames;
        fingerprints = moreFingerprints;
    }

    /** Where the name stands, or would stand: open addressing, a power of two of slots, never full. */
    private static int slot(long[] names, long name) {
        int slot = (int) (name & names.length - 1);
        while (names[slot] != 0 && names[slot] != name) {
            slot = slot + 1 & names.length - 1;
        }
        return slot;
    }

    /** Never 0, which stands for nothing. */
    private static long name(RecordOfThePast record) {
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256").digest(record.name().getBytes(StandardCharsets.UTF_8));
            return first(hash) | 1L << 63;
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private static long first(byte[] bytes) {
        return ByteBuffer.wrap(bytes).getLong();
    }
}
