package org.consentledger.benchmarks.generated;

import java.time.Instant;
import java.util.Arrays;

/**
 * The facts of all customers by the time at which they happen, eight bytes each: second, customer and number in one
 * {@code long}.
 */
final class FactsInOrder {
    private static final int NUMBER_BITS = 7;
    private static final int CUSTOMER_BITS = 24;
    private static final long LOW_NUMBER = (1L << NUMBER_BITS) - 1;
    private static final long LOW_CUSTOMER = (1L << CUSTOMER_BITS) - 1;

    private final long[] facts;

    FactsInOrder(DataSet set, byte[] factsEach) {
        facts = new long[set.facts()];
        int next = 0;
        for (int customer = 0; customer < set.customers(); customer++) {
            var times = History.times(set, customer, factsEach[customer]);
            for (int number = 0; number < times.size(); number++) {
                long second = times.get(number).getEpochSecond() - GeneratedTerms.OPENED.getEpochSecond();
                facts[next++] = (((second << CUSTOMER_BITS) | customer) << NUMBER_BITS) | number;
            }
        }
        Arrays.parallelSort(facts);
    }

    int size() {
        return facts.length;
    }

    /** The index of the first fact after that instant. */
    int firstAfter(Instant instant) {
        long second = instant.getEpochSecond() - GeneratedTerms.OPENED.getEpochSecond();
        int index = Arrays.binarySearch(facts, (second + 1) << (CUSTOMER_BITS + NUMBER_BITS));
        return index < 0 ? -index - 1 : index;
    }

    Instant at(int index) {
        return GeneratedTerms.OPENED.plusSeconds(facts[index] >>> (CUSTOMER_BITS + NUMBER_BITS));
    }

    int customer(int index) {
        return (int) ((facts[index] >>> NUMBER_BITS) & LOW_CUSTOMER);
    }

    /** Which of the customer's facts it is, from 0. */
    int number(int index) {
        return (int) (facts[index] & LOW_NUMBER);
    }
}
