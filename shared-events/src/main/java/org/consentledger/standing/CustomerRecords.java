package org.consentledger.standing;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.consentledger.events.EditionNumber;
import org.consentledger.events.PurposeId;
import org.consentledger.standing.CustomerFact.Accepted;
import org.consentledger.standing.CustomerFact.Annulled;
import org.consentledger.standing.CustomerFact.Decided;
import org.consentledger.standing.CustomerFact.Left;
import org.consentledger.standing.CustomerFact.Outcome;
import org.consentledger.standing.CustomerFact.Refused;
import org.consentledger.standing.CustomerFact.Suspended;
import org.consentledger.standing.CustomerFact.SuspensionLifted;
import org.jspecify.annotations.Nullable;

/** A customer's records that count, each from the instant from which it counts. */
final class CustomerRecords {
    /** An acceptance or a refusal of an edition. */
    record OfEdition(String recordId, long position, EditionNumber edition, Instant expressedAt) {}

    /** A decision on a purpose; {@code shown} is the edition in whose acceptance it was made, if it was. */
    record OfPurpose(
            String recordId,
            long position,
            PurposeId purposeId,
            Outcome outcome,
            Instant expressedAt,
            @Nullable EditionNumber shown) {}

    /** Leaving the service. */
    record Leaving(String recordId, long position, Instant expressedAt) {}

    private final List<OfEdition> acceptances = new ArrayList<>();
    private final List<OfEdition> refusals = new ArrayList<>();
    private final List<OfPurpose> decisions = new ArrayList<>();
    private final List<Leaving> leavings = new ArrayList<>();
    private final Suspensions suspensions;
    private final Map<String, List<RecordedAs>> recordedAs = new HashMap<>();

    CustomerRecords(List<Recorded<CustomerFact>> facts, ZoneId zone) {
        suspensions = Suspensions.of(facts);
        var annulled = annulled(facts);
        for (var recorded : facts) {
            if (!annulled.contains(recorded.eventId())) {
                add(recorded, zone);
            }
        }
    }

    private static Set<String> annulled(List<Recorded<CustomerFact>> facts) {
        Set<String> annulled = new HashSet<>();
        for (var recorded : facts) {
            if (recorded.fact() instanceof Annulled annulment) {
                annulled.add(annulment.recordId());
            }
        }
        return annulled;
    }

    private void add(Recorded<CustomerFact> recorded, ZoneId zone) {
        var id = recorded.eventId();
        var position = recorded.position();
        switch (recorded.fact()) {
            case Accepted accepted -> {
                var from = countsFrom(recorded, accepted.expressed(), zone);
                acceptances.add(new OfEdition(id, position, accepted.edition(), from));
                accepted.decisions()
                        .forEach(decision -> decisions.add(new OfPurpose(
                                id,
                                position,
                                decision.purposeId(),
                                switch (decision.decision()) {
                                    case GIVEN -> Outcome.GIVEN;
                                    case REFUSED -> Outcome.REFUSED;
                                },
                                from,
                                accepted.edition())));
            }
            case Refused refused ->
                refusals.add(new OfEdition(
                        id, position, refused.edition(), countsFrom(recorded, refused.expressed(), zone)));
            case Decided decided ->
                decisions.add(new OfPurpose(
                        id,
                        position,
                        decided.purposeId(),
                        decided.outcome(),
                        countsFrom(recorded, decided.expressed(), zone),
                        null));
            case Left left -> leavings.add(new Leaving(id, position, countsFrom(recorded, left.expressed(), zone)));
            case Annulled _, Suspended _, SuspensionLifted _ -> {}
        }
    }

    private Instant countsFrom(Recorded<CustomerFact> recorded, Expressed expressed, ZoneId zone) {
        recordedAs.put(recorded.eventId(), RecordedAs.of(expressed, recorded.recordedAt()));
        return expressed.countsFrom(zone, recorded.recordedAt());
    }

    /** How the record came into the ledger. */
    List<RecordedAs> recordedAs(String recordId) {
        return recordedAs.getOrDefault(recordId, List.of());
    }

    List<OfEdition> acceptances() {
        return acceptances;
    }

    List<OfEdition> refusals() {
        return refusals;
    }

    List<OfPurpose> decisions() {
        return decisions;
    }

    List<Leaving> leavings() {
        return leavings;
    }

    Suspensions suspensions() {
        return suspensions;
    }
}
