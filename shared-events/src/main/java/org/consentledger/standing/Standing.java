package org.consentledger.standing;

import java.time.Instant;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.TreeSet;
import org.consentledger.events.EditionNumber;
import org.consentledger.events.PurposeId;
import org.consentledger.events.terms.PurposeOfUse;
import org.consentledger.standing.TermsFact.Published;
import org.jspecify.annotations.Nullable;

/**
 * What the facts amount to for one customer and one terms document at one instant.
 *
 * @param edition that applied; stays named after leaving; {@code null} where none ever did
 * @param since the binding instant, UTC; {@code null} for {@link Mode#NONE}
 * @param recordId of the acceptance or departure that the binding rests on; {@code null} where it rests on no act
 * @param recordedAs how that record differs from an act recorded as it happened; for a notice, the acceptance before it
 * @param purposes those of the edition, in its order
 * @param due what the customer should be asked next
 * @param because why, in the order in which one would tell it
 * @param restsOn the facts that the answer rests on, in ledger order
 */
public record Standing(
        @Nullable Published edition,
        Mode mode,
        @Nullable Instant since,
        @Nullable String recordId,
        List<RecordedAs> recordedAs,
        List<OfPurpose> purposes,
        List<Due> due,
        List<Reason> because,
        List<Fact> restsOn) {

    /** How the edition binds. */
    public enum Mode {
        ACCEPTED,
        NOTICE,
        ENDED,
        NONE
    }

    /** What a purpose's state rests on. Being bound by notice is no person's consent (APPI articles 18 and 27). */
    public enum Basis {
        ACCEPTED,
        NOTICE,
        DECISION,
        LAW
    }

    /** Where the customer stands with one purpose. */
    public enum PurposeState {
        CONSENTED,
        REFUSED,
        WITHDRAWN,
        NOT_ASKED,
        RENEWAL_REQUIRED,
        REQUIRED_BY_LAW,
        ENDED
    }

    /**
     * A purpose of the edition and where the customer stands with it.
     *
     * @param basis {@code null} where nothing was decided
     * @param since from which instant the state holds, UTC; {@code null} where nothing was decided
     * @param recordId of the record that the state rests on; {@code null} where it rests on none
     */
    public record OfPurpose(
            PurposeOfUse purpose,
            PurposeState state,
            @Nullable Basis basis,
            @Nullable Instant since,
            @Nullable String recordId) {}

    /** What the sign-up or login flow must ask next. */
    public sealed interface Due {
        record AcceptEdition(EditionNumber edition) implements Due {}

        record RenewPurpose(PurposeId purposeId) implements Due {}

        record DecidePurpose(PurposeId purposeId) implements Due {}
    }

    /**
     * One fact that an answer rests on, by its place in the ledger.
     *
     * @param recordedAs how a record differs from an act of the customer recorded as it happened
     */
    public record Fact(String eventId, long position, List<RecordedAs> recordedAs) {
        static Fact of(Recorded<?> recorded) {
            return new Fact(recorded.eventId(), recorded.position(), List.of());
        }
    }

    public Standing {
        recordedAs = List.copyOf(recordedAs);
        purposes = List.copyOf(purposes);
        due = List.copyOf(due);
        because = List.copyOf(because);
        restsOn = List.copyOf(restsOn);
    }

    /**
     * The standing of a customer. It depends on its arguments alone: give it the facts of a prefix of the ledger, and
     * it says what was known then.
     *
     * @param terms all facts of the terms document that are known, in ledger order
     * @param customer all facts of this customer with these terms that are known, in ledger order
     * @param at the instant asked about, UTC
     */
    public static Standing of(List<Recorded<TermsFact>> terms, List<Recorded<CustomerFact>> customer, Instant at) {
        var editions = new Editions(terms);
        var records = new CustomerRecords(customer, editions.zone());
        var situation = Situation.at(at, editions, records);
        var purposes = PurposeRules.purposes(situation);
        var because = new ArrayList<>(Explanation.of(situation));
        because.addAll(records.suspensions().reasons(at));
        return new Standing(
                situation.editionOrNull(),
                situation.mode(),
                situation.since(),
                situation.recordId(),
                situation.recordedAs(),
                purposes,
                DueRules.due(situation, purposes),
                because,
                Grounds.of(situation, purposes, because));
    }

    /** How the record came into the ledger that a purpose's state rests on; empty where it rests on none. */
    public List<RecordedAs> recordedAs(OfPurpose purpose) {
        return restsOn.stream()
                .filter(fact -> Objects.equals(fact.eventId(), purpose.recordId()))
                .findFirst()
                .map(Fact::recordedAs)
                .orElse(List.of());
    }

    /**
     * The instants at which an answer may differ from the one an instant earlier. Between two of them nothing changes.
     */
    public static NavigableSet<Instant> turningPoints(
            List<Recorded<TermsFact>> terms, List<Recorded<CustomerFact>> customer) {
        var editions = new Editions(terms);
        var records = new CustomerRecords(customer, editions.zone());
        var points = new TreeSet<Instant>();
        for (var edition : editions.all()) {
            points.add(edition.fact().effectiveFrom());
            points.add(editions.askedFrom(edition.fact()));
        }
        records.acceptances().forEach(acceptance -> points.add(acceptance.expressedAt()));
        records.refusals().forEach(refusal -> points.add(refusal.expressedAt()));
        records.decisions().forEach(decision -> points.add(decision.expressedAt()));
        records.suspensions().turningPoints().forEach(points::add);
        for (var leaving : records.leavings()) {
            points.add(leaving.expressedAt());
            for (var edition : editions.all()) {
                for (var purpose : edition.fact().purposes()) {
                    Period kept = purpose.keptAfterLeaving();
                    if (kept != null) {
                        points.add(PurposeRules.keptUntil(leaving.expressedAt(), kept, editions.zone()));
                    }
                }
            }
        }
        return points;
    }
}
