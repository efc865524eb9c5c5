package org.consentledger.query.rebuild;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.consentledger.events.CustomerId;
import org.consentledger.query.platform.Generation;
import org.consentledger.query.platform.SampledAnswers;
import org.consentledger.query.platform.Tables;
import org.springframework.stereotype.Component;

/** Asks two generations of a projection the same questions. */
@Component
class ComparedGenerations {
    private final List<SampledAnswers> all;

    ComparedGenerations(List<SampledAnswers> all) {
        this.all = all;
    }

    /**
     * What came of it.
     *
     * @param differing the questions that were not answered alike
     */
    record Compared(int asked, List<String> differing) {}

    /** Questions about what is in either of them. */
    SortedSet<String> questions(Generation serving, Generation next) {
        var sample = of(serving.projection());
        var questions = new TreeSet<String>();
        for (var generation : List.of(serving, next)) {
            questions.addAll(Tables.reading(generation, sample::questions));
        }
        return questions.stream()
                .sorted(Comparator.comparingInt(String::hashCode))
                .limit(SampledAnswers.MANY)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /**
     * Both have included the same leaves, and neither changes meanwhile.
     *
     * @param lacking customers of whom the one that serves lacks an event: they are not asked about, nor all customers at once
     */
    Compared compare(Generation serving, Generation next, SortedSet<String> sampled, List<CustomerId> lacking) {
        var sample = of(serving.projection());
        var questions =
                lacking.isEmpty() || !sample.isOfCustomers() ? sampled : withoutThoseAbout(lacking, sample, sampled);
        var differing = questions.stream()
                .filter(question -> !Objects.equals(
                        Tables.reading(serving, () -> sample.answer(question)),
                        Tables.reading(next, () -> sample.answer(question))))
                .toList();
        return new Compared(questions.size(), differing);
    }

    private static SortedSet<String> withoutThoseAbout(
            List<CustomerId> lacking, SampledAnswers sample, SortedSet<String> sampled) {
        var names = lacking.stream().map(CustomerId::value).collect(Collectors.toSet());
        return sampled.stream()
                .filter(question -> {
                    var customer = sample.customer(question);
                    return customer != null && !names.contains(customer);
                })
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private SampledAnswers of(String projection) {
        return all.stream()
                .filter(one -> one.projection().equals(projection))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("nothing compares answers of " + projection));
    }
}
