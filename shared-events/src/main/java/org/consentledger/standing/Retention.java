package org.consentledger.standing;

import java.time.Instant;
import java.time.Period;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.consentledger.events.EditionNumber;
import org.consentledger.events.PurposeId;
import org.consentledger.events.terms.PurposeOfUse;
import org.consentledger.standing.Binding.Ended;

/**
 * How long what is needed for a purpose of use is kept after the customer left (第32条第2項第3号). What the customer consented
 * to voluntarily ends with leaving, as everywhere in {@link Standing}, and is kept for no time.
 *
 * @param edition that applied when the customer left, and states the period
 * @param leftAt when the customer left, UTC
 * @param keptAfterLeaving the period, by which civil time in {@code zone} runs
 * @param keptUntil from then on it is kept no longer, UTC
 * @param zone that of the terms
 */
public record Retention(
        PurposeId purposeId,
        EditionNumber edition,
        Instant leftAt,
        Period keptAfterLeaving,
        Instant keptUntil,
        ZoneId zone) {

    /** Whether it runs at that instant. */
    public boolean runsAt(Instant at) {
        return at.isBefore(keptUntil);
    }

    /**
     * The retentions of a customer who left, running or over: for each purpose the one that ends last, by every leaving
     * until then. None while nothing was left.
     *
     * @param terms all facts of the terms document that are known, in ledger order
     * @param customer all facts of this customer with these terms that are known, in ledger order
     * @param at the instant asked about, UTC
     */
    public static List<Retention> of(
            List<Recorded<TermsFact>> terms, List<Recorded<CustomerFact>> customer, Instant at) {
        var editions = new Editions(terms);
        var found = new ArrayList<Retention>();
        for (var binding : BindingRules.bindings(editions, new CustomerRecords(customer, editions.zone()))) {
            if (binding instanceof Ended ended && !ended.since().isAfter(at)) {
                add(found, ended, editions.zone());
            }
        }
        found.sort(Comparator.comparing(Retention::purposeId));
        return List.copyOf(found);
    }

    private static void add(List<Retention> found, Ended ended, ZoneId zone) {
        var edition = ended.edition().fact();
        for (var purpose : edition.purposes()) {
            Period kept = purpose.keptAfterLeaving();
            if (kept != null && purpose.mode() != PurposeOfUse.Mode.VOLUNTARY) {
                var until = PurposeRules.keptUntil(ended.since(), kept, zone);
                keepTheLonger(
                        found, new Retention(purpose.purposeId(), edition.edition(), ended.since(), kept, until, zone));
            }
        }
    }

    private static void keepTheLonger(List<Retention> found, Retention retention) {
        var same = found.stream()
                .filter(other -> other.purposeId().equals(retention.purposeId()))
                .toList();
        if (same.stream().noneMatch(other -> other.keptUntil().isAfter(retention.keptUntil()))) {
            found.removeAll(same);
            found.add(retention);
        }
    }
}
