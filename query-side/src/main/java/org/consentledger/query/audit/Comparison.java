package org.consentledger.query.audit;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.consentledger.query.audit.Disagreement.Difference;
import org.consentledger.query.audit.Disagreement.Said;
import org.consentledger.query.audit.Disagreement.What;
import org.consentledger.query.facts.FactRow;
import org.jspecify.annotations.Nullable;

/** Walks along both in the same order, and holds one customer with one terms document in memory. */
final class Comparison {
    private static final int KEPT = 20;

    private final Consumer<Disagreement> disagreements;
    private final List<Difference> differences = new ArrayList<>();
    private @Nullable FactRow current;
    private long differencesOfCurrent;
    private long pairs;
    private long disagreed;

    Comparison(Consumer<Disagreement> disagreements) {
        this.disagreements = disagreements;
    }

    /** How many customers × terms were compared: those of which either side knows anything. */
    long pairs() {
        return pairs;
    }

    /** How often they did not agree. */
    long disagreed() {
        return disagreed;
    }

    /** Compares facts that come in {@link SortedFacts#ORDER}. */
    void run(Iterator<FactRow> ledger, Iterator<FactRow> projection) {
        var said = next(ledger);
        var kept = next(projection);
        while (said != null || kept != null) {
            int order = said == null ? 1 : kept == null ? -1 : SortedFacts.ORDER.compare(said, kept);
            enter(order <= 0 ? Objects.requireNonNull(said) : Objects.requireNonNull(kept));
            if (order < 0) {
                differ(What.MISSING, said, null);
            } else if (order > 0) {
                differ(What.INVENTED, null, kept);
            } else if (!Objects.requireNonNull(said).saysTheSame(Objects.requireNonNull(kept))) {
                differ(What.CHANGED, said, kept);
            }
            said = order <= 0 ? next(ledger) : said;
            kept = order >= 0 ? next(projection) : kept;
        }
        leave();
    }

    private static @Nullable FactRow next(Iterator<FactRow> facts) {
        return facts.hasNext() ? facts.next() : null;
    }

    private void enter(FactRow row) {
        if (current != null
                && current.termsId().equals(row.termsId())
                && Objects.equals(current.customerId(), row.customerId())) {
            return;
        }
        leave();
        current = row;
        if (row.customerId() != null && !row.termsId().equals(FactRow.ALL_TERMS)) {
            pairs++;
        }
    }

    private void differ(What what, @Nullable FactRow said, @Nullable FactRow kept) {
        differencesOfCurrent++;
        if (differences.size() < KEPT) {
            long position =
                    Objects.requireNonNull(said == null ? kept : said).leaf().position();
            differences.add(new Difference(what, position, Said.of(said), Said.of(kept)));
        }
    }

    private void leave() {
        if (current != null && differencesOfCurrent > 0) {
            disagreed++;
            disagreements.accept(new Disagreement(
                    current.termsId().equals(FactRow.ALL_TERMS) ? null : current.termsId(),
                    current.customerId(),
                    differencesOfCurrent,
                    differences));
        }
        differences.clear();
        differencesOfCurrent = 0;
    }
}
