package org.consentledger.query.records;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.consentledger.events.AboutCustomer;
import org.consentledger.events.agreement.RecordAnnulled;
import org.consentledger.events.customer.DepartureAnnulled;
import org.consentledger.ledger.reading.LedgerReader;
import org.consentledger.ledger.reading.PublicLog;
import org.consentledger.ledger.reading.RecordedEvent;
import org.consentledger.query.facts.RecordedFact;
import org.consentledger.query.platform.Leaf;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds a record in the ledger itself; nothing here rests on a projection. */
@Component
class FindRecord {
    private final LedgerReader ledger;
    private final PublicLog log;

    FindRecord(LedgerReader ledger, PublicLog log) {
        this.ledger = ledger;
        this.log = log;
    }

    /** Empty where there is no such record of a customer. */
    Optional<RecordAnswer> find(UUID recordId) {
        return ledger.event(recordId)
                .filter(event -> event.payload() instanceof AboutCustomer)
                .map(event ->
                        new RecordAnswer(fact(event), log.receipt(recordId).orElse(null)));
    }

    private RecordedFact fact(RecordedEvent event) {
        var opened = ledger.opened(List.of(event.position())).getFirst();
        return RecordedFact.of(
                new Leaf(event.eventId(), event.position(), event.recordedAt()),
                (AboutCustomer) opened.payload(),
                event.metaData().get("recordedBy"),
                annulledBy(event));
    }

    /** A record and its annulment are facts of one aggregate. */
    private @Nullable String annulledBy(RecordedEvent event) {
        try (var later = ledger.ofAggregate(event.aggregateId(), event.seq() + 1)) {
            return later.filter(other -> event.eventId().equals(annuls(other)))
                    .findFirst()
                    .map(RecordedEvent::eventId)
                    .orElse(null);
        }
    }

    private static @Nullable String annuls(RecordedEvent event) {
        return switch (event.payload()) {
            case RecordAnnulled annulled -> annulled.recordId();
            case DepartureAnnulled annulled -> annulled.recordId();
            default -> null;
        };
    }
}
