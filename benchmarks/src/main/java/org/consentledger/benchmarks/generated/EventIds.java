package org.consentledger.benchmarks.generated;

import java.time.Instant;
import java.util.UUID;

/** The ids of one customer's records: time-ordered as the product's own (UUIDv7, RFC 9562 §5.7), and always the same. */
record EventIds(long seed, int customer) {
    private static final int TIME_BITS = 48;
    private static final long VERSION_7 = 0x7000L;
    private static final long LOW_12_BITS = 0xfffL;
    private static final long VARIANT = 0x8000_0000_0000_0000L;

    /** @param number of the record among the customer's */
    UUID of(Instant at, int number) {
        long chance = DataSet.mixed(DataSet.mixed(seed ^ customer) + number);
        return new UUID(
                (at.toEpochMilli() << (Long.SIZE - TIME_BITS)) | VERSION_7 | (chance & LOW_12_BITS),
                VARIANT | (DataSet.mixed(chance) >>> 2));
    }
}
