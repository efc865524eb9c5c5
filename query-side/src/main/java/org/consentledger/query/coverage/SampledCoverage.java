package org.consentledger.query.coverage;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.consentledger.events.EditionNumber;
import org.consentledger.query.coverage.CoverageRows.CountedClass;
import org.consentledger.query.platform.SampledAnswers;
import org.consentledger.query.platform.Tables;
import org.consentledger.standing.Recorded;
import org.consentledger.standing.Standing;
import org.consentledger.standing.TermsFact;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Compares all counts, and where some customers are. Classes themselves may differ: what came in one batch or in two is
 * divided otherwise.
 */
@Component
class SampledCoverage implements SampledAnswers {
    private static final String BETWEEN = " ";

    private final Tables tables;
    private final CoverageRows rows;

    SampledCoverage(Tables tables, CoverageRows rows) {
        this.tables = tables;
        this.rows = rows;
    }

    @Override
    public String projection() {
        return CoverageProjection.NAME;
    }

    /** A terms document, or one and a customer. */
    @Override
    public List<String> questions() {
        var terms = tables.some("coverage_terms_fact", "terms_id");
        var customers = tables.some("coverage_customer", "customer_id");
        return Stream.concat(
                        terms.stream(),
                        customers.stream().flatMap(one -> terms.stream().map(termsId -> termsId + BETWEEN + one)))
                .toList();
    }

    @Override
    public @Nullable String customer(String question) {
        var asked = question.split(BETWEEN, 2);
        return asked.length == 1 ? null : asked[1];
    }

    @Override
    public Object answer(String question) {
        var asked = question.split(BETWEEN, 2);
        var terms = rows.termsFacts(asked[0]);
        var classes = rows.classes(asked[0]);
        var now = classes.stream()
                .flatMap(one -> Stream.ofNullable(one.learnedAt()))
                .reduce(Instant.EPOCH, (one, other) -> one.isAfter(other) ? one : other);
        Map<Long, Standing> standings = new HashMap<>();
        classes.forEach(one -> standings.put(one.id(), one.representative().standing(terms, now)));
        return asked.length == 1
                ? counts(terms, classes, standings)
                : rows.ofCustomers(List.of(asked[1])).stream()
                        .filter(customer -> customer.key().termsId().equals(asked[0]))
                        .map(customer -> states(terms, Objects.requireNonNull(standings.get(customer.classId()))))
                        .toList();
    }

    private static Map<String, Long> counts(
            List<Recorded<TermsFact>> terms, List<CountedClass> classes, Map<Long, Standing> standings) {
        var counts = new TreeMap<String, Long>();
        for (var one : classes) {
            if (one.members() > 0) {
                states(terms, Objects.requireNonNull(standings.get(one.id())))
                        .forEach(state -> counts.merge(state, one.members(), Long::sum));
            }
        }
        return counts;
    }

    private static List<String> states(List<Recorded<TermsFact>> terms, Standing standing) {
        return editions(terms)
                .flatMap(
                        edition -> CoverageState.of(standing, edition).map(state -> edition + BETWEEN + state).stream())
                .toList();
    }

    private static Stream<EditionNumber> editions(List<Recorded<TermsFact>> terms) {
        return terms.stream()
                .map(Recorded::fact)
                .filter(TermsFact.Published.class::isInstance)
                .map(fact -> ((TermsFact.Published) fact).edition())
                .distinct();
    }
}
