package org.consentledger.benchmarks.generated;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/**
 * What is generated; the same three numbers give the same facts at the same times under the same ids.
 *
 * @param customers from 1 to 2^24
 * @param facts of all of them, at least one each; how many a customer has beyond that is a matter of chance
 * @param seed from which all chance comes
 */
public record DataSet(int customers, int facts, long seed) {
    public static final int MOST_CUSTOMERS = 1 << 24;

    /** What the id of each begins with, before a hyphen and the number. */
    public static final String CUSTOMERS = "customer";

    /** Nobody has more facts, however many there are. */
    static final int MOST_FACTS_EACH = 127;

    private static final long OF_THE_COUNTS = -1;

    public DataSet {
        if (customers < 1
                || customers > MOST_CUSTOMERS
                || facts < customers
                || facts > (long) customers * MOST_FACTS_EACH / 2) {
            throw new IllegalArgumentException("1 to " + MOST_CUSTOMERS + " customers, each with 1 to "
                    + MOST_FACTS_EACH / 2 + " facts on average");
        }
    }

    /** That many customers with five facts each on average, the same every time. */
    public static DataSet ofFiveFactsEach(int customers) {
        return new DataSet(customers, 5 * customers, 1);
    }

    public static String customerId(int customer) {
        return CUSTOMERS + "-" + customer;
    }

    /** Chance of its own for each number: what one customer does has nothing to do with the others. */
    RandomGenerator random(long number) {
        return new SplittableRandom(mixed(seed + mixed(number)));
    }

    /** How many facts each customer has. */
    byte[] factsEach() {
        var counts = new byte[customers];
        Arrays.fill(counts, (byte) 1);
        var random = random(OF_THE_COUNTS);
        for (int left = facts - customers; left > 0; ) {
            int customer = random.nextInt(customers);
            if (counts[customer] < MOST_FACTS_EACH) {
                counts[customer]++;
                left--;
            }
        }
        return counts;
    }

    /** A well mixed number for each number (David Stafford's variant 13 of the finalizer of MurmurHash3). */
    static long mixed(long number) {
        long z = (number ^ (number >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        return z ^ (z >>> 31);
    }
}
