package org.consentledger.standing;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.consentledger.events.EditionNumber;
import org.consentledger.standing.Binding.ByAcceptance;
import org.consentledger.standing.Binding.ByNotice;
import org.consentledger.standing.Binding.Ended;
import org.consentledger.standing.TermsFact.Published;
import org.jspecify.annotations.Nullable;

/**
 * A customer's bindings as they were at one instant, with all that the other rules look at.
 *
 * @param bindings those not after the instant, oldest first
 */
record Situation(Instant at, Editions editions, CustomerRecords records, List<Binding> bindings) {

    static Situation at(Instant at, Editions editions, CustomerRecords records) {
        return new Situation(
                at,
                editions,
                records,
                BindingRules.bindings(editions, records).stream()
                        .filter(binding -> !binding.since().isAfter(at))
                        .toList());
    }

    @Nullable
    Binding binding() {
        return bindings.isEmpty() ? null : bindings.getLast();
    }

    @Nullable
    Published editionOrNull() {
        var binding = binding();
        return binding == null ? null : binding.edition().fact();
    }

    Standing.Mode mode() {
        return switch (binding()) {
            case null -> Standing.Mode.NONE;
            case ByAcceptance _ -> Standing.Mode.ACCEPTED;
            case ByNotice _ -> Standing.Mode.NOTICE;
            case Ended _ -> Standing.Mode.ENDED;
        };
    }

    @Nullable
    Instant since() {
        var binding = binding();
        return binding == null ? null : binding.since();
    }

    @Nullable
    String recordId() {
        return switch (binding()) {
            case null -> null;
            case ByAcceptance accepted -> accepted.record().recordId();
            case ByNotice _ -> null;
            case Ended ended -> ended.leaving().recordId();
        };
    }

    /** How the record came into the ledger that the binding rests on: that of an act, or the acceptance before a notice. */
    List<RecordedAs> recordedAs() {
        var binding = binding();
        var restsOn =
                binding instanceof ByNotice ? acceptances().getLast().record().recordId() : recordId();
        return restsOn == null ? List.of() : records.recordedAs(restsOn);
    }

    /** The edition that the customer was bound to at an instant not after this one, or had been until leaving. */
    Optional<EditionNumber> editionAt(Instant instant) {
        return bindings.stream()
                .filter(binding -> !binding.since().isAfter(instant))
                .reduce((_, later) -> later)
                .map(binding -> binding.edition().fact().edition());
    }

    /** The acceptances that bound since the customer last came, oldest first; where the customer left, until then. */
    List<ByAcceptance> acceptances() {
        return sinceLastComing().stream()
                .filter(ByAcceptance.class::isInstance)
                .map(ByAcceptance.class::cast)
                .toList();
    }

    /** The bindings since the customer last came, oldest first; where the customer left, until then. */
    List<Binding> sinceLastComing() {
        var open = binding() instanceof Ended ? bindings.subList(0, bindings.size() - 1) : bindings;
        int from = 0;
        for (int i = 0; i < open.size(); i++) {
            if (open.get(i) instanceof Ended) {
                from = i + 1;
            }
        }
        return open.subList(from, open.size());
    }

    /** The last leaving not after the instant, also of one who was not bound. */
    Optional<CustomerRecords.Leaving> lastLeaving() {
        return records.leavings().stream()
                .filter(leaving -> !leaving.expressedAt().isAfter(at))
                .max(Comparator.comparing(CustomerRecords.Leaving::expressedAt)
                        .thenComparingLong(CustomerRecords.Leaving::position));
    }
}
