package org.consentledger.query.coverage;

import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.consentledger.events.CustomerId;
import org.consentledger.events.EditionNumber;
import org.consentledger.events.TermsId;
import org.consentledger.query.coverage.CoverageRows.CountedClass;
import org.consentledger.query.platform.Code;
import org.consentledger.query.platform.KnownLeaves;
import org.consentledger.query.platform.Page;
import org.consentledger.query.platform.QuestionRejected;
import org.consentledger.query.platform.Snapshots;
import org.consentledger.query.platform.Times;
import org.consentledger.standing.Recorded;
import org.consentledger.standing.TermsFact;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Judges each class once, by its representative, and counts or lists the customers of those classes. */
@Component
class FindCoverage {
    private final CoverageRows rows;
    private final CoverageLists lists;
    private final Snapshots snapshots;
    private final Times times;

    FindCoverage(CoverageRows rows, CoverageLists lists, Snapshots snapshots, Times times) {
        this.rows = rows;
        this.lists = lists;
        this.snapshots = snapshots;
        this.times = times;
    }

    /** The edition of a question. */
    record Asked(TermsId termsId, EditionNumber number) {}

    /**
     * How many customers are where, now.
     *
     * @param at now, UTC
     * @param counts a number for every state
     */
    record Coverage(
            TermsId termsId, EditionNumber number, Instant at, Map<CoverageState, Long> counts, long ledgerSize) {}

    /** A customer and where he is with the edition. */
    record Item(CustomerId customerId, CoverageState state) {}

    /** How the classes are to be read: as of a size of the ledger, at an instant. */
    private record Judged(List<CountedClass> classes, Map<Long, CoverageState> states, Instant at, long ledgerSize) {}

    Coverage count(Asked asked, KnownLeaves known) {
        return snapshots.whenIncluded(CoverageProjection.NAME, known.size(), () -> {
            var judged = judge(asked, known);
            var counts = new EnumMap<CoverageState, Long>(CoverageState.class);
            for (var state : CoverageState.values()) {
                counts.put(state, 0L);
            }
            for (var counted : judged.classes()) {
                var state = judged.states().get(counted.id());
                if (state != null) {
                    counts.merge(state, counted.members(), Long::sum);
                }
            }
            return new Coverage(asked.termsId(), asked.number(), judged.at(), counts, judged.ledgerSize());
        });
    }

    /** @param state {@code null} for all */
    Page<Item> page(Asked asked, @Nullable CoverageState state, Page.Asked page, KnownLeaves known) {
        return snapshots.whenIncluded(CoverageProjection.NAME, known.size(), () -> {
            var judged = judge(asked, known);
            var states = only(state, judged.states());
            var after = page.after() == null ? "" : page.after();
            var found = lists.customers(asked.termsId(), states, after, page.limit() + 1);
            return Page.of(found, page, item -> item.customerId().value(), judged.ledgerSize());
        });
    }

    /** Hands over one customer after the other, all of one snapshot, and keeps none. */
    void each(
            Asked asked, @Nullable CoverageState state, KnownLeaves known, Consumer<Long> begin, Consumer<Item> next) {
        snapshots.whenIncluded(CoverageProjection.NAME, known.size(), () -> {
            var judged = judge(asked, known);
            begin.accept(judged.ledgerSize());
            lists.each(asked.termsId(), only(state, judged.states()), next);
            return judged;
        });
    }

    private static Map<Long, CoverageState> only(@Nullable CoverageState state, Map<Long, CoverageState> states) {
        var some = new HashMap<>(states);
        some.values().removeIf(one -> state != null && one != state);
        return some;
    }

    private Judged judge(Asked asked, KnownLeaves known) {
        var terms = rows.termsFacts(asked.termsId().value());
        if (terms.isEmpty()) {
            throw new QuestionRejected(Code.TERMS_UNKNOWN, asked.termsId());
        }
        if (!isPublished(terms, asked.number())) {
            throw new QuestionRejected(Code.EDITION_UNKNOWN, asked.termsId(), asked.number());
        }
        long ledgerSize = snapshots.position(CoverageProjection.NAME) + 1;
        var classes = rows.classes(asked.termsId().value());
        var at = latest(times.now(known), classes);
        var states = new HashMap<Long, CoverageState>();
        for (var one : classes) {
            CoverageState.of(one.representative().standing(terms, at), asked.number())
                    .ifPresent(state -> states.put(one.id(), state));
        }
        return new Judged(classes, states, at, ledgerSize);
    }

    /** The rows may know more than was known when the question was put. */
    private static Instant latest(Instant now, List<CountedClass> classes) {
        return classes.stream()
                .flatMap(one -> Stream.ofNullable(one.learnedAt()))
                .reduce(now, (one, other) -> one.isAfter(other) ? one : other);
    }

    private static boolean isPublished(List<Recorded<TermsFact>> terms, EditionNumber number) {
        return terms.stream()
                .anyMatch(recorded -> recorded.fact() instanceof TermsFact.Published published
                        && published.edition().equals(number));
    }
}
