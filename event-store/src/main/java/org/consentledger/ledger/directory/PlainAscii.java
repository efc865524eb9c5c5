package org.consentledger.ledger.directory;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * What stands in a JSON string, eight bytes at a time. Each byte of the answers has its highest bit set or is zero. They are
 * right as long as all eight bytes are ASCII and no controls; where some are not, {@link #strange} says so.
 */
final class PlainAscii {
    /** Eight bytes of an array as a number, the first one lowest. */
    static final VarHandle EIGHT = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private static final long ONES = 0x0101_0101_0101_0101L;
    private static final long HIGHEST_BITS = 0x8080_8080_8080_8080L;
    private static final long FROM_SPACE_TO_HIGHEST = ONES * (0x80 - ' ');

    private PlainAscii() {}

    /** Where quotation marks and backslashes stand. */
    static long marks(long eight) {
        long quotationMarks = HIGHEST_BITS - (eight ^ ONES * '"');
        long backslashes = HIGHEST_BITS - (eight ^ ONES * '\\');
        return (quotationMarks | backslashes) & HIGHEST_BITS;
    }

    /** Not zero where one of the bytes is a control or not ASCII. */
    static long strange(long eight) {
        return (eight | ~(eight + FROM_SPACE_TO_HIGHEST)) & HIGHEST_BITS;
    }
}
