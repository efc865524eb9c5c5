package org.consentledger.benchmarks;

import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/** What several rounds came to. */
record Spread(double median, double least, double most) {

    static <T> Spread of(List<T> rounds, ToDoubleFunction<T> value) {
        return of(rounds.stream().map(round -> value.applyAsDouble(round)).toList());
    }

    /** How often one has what the other has, round by round, since what disturbs a round disturbs both. */
    static <T> Spread ofRatios(List<T> ones, List<T> others, ToDoubleFunction<T> value) {
        return of(IntStream.range(0, ones.size())
                .mapToObj(i -> value.applyAsDouble(ones.get(i)) / value.applyAsDouble(others.get(i)))
                .toList());
    }

    private static Spread of(List<Double> values) {
        var sorted = values.stream().sorted(Comparator.naturalOrder()).toList();
        int half = sorted.size() / 2;
        double median = sorted.size() % 2 == 1 ? sorted.get(half) : (sorted.get(half - 1) + sorted.get(half)) / 2;
        return new Spread(median, sorted.getFirst(), sorted.getLast());
    }
}
