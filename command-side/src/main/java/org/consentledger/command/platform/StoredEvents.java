package org.consentledger.command.platform;

import java.util.Optional;
import java.util.UUID;
import org.consentledger.events.terms.EditionPublished;
import org.consentledger.ledger.reading.LedgerReader;
import org.consentledger.ledger.reading.RecordedEvent;
import org.springframework.stereotype.Component;

/** Single events of the ledger, by their ids. */
@Component
public class StoredEvents {
    private final LedgerReader ledger;

    StoredEvents(LedgerReader ledger) {
        this.ledger = ledger;
    }

    /** The event of that id; empty where the ledger has none, also where nobody would write an id so. */
    public Optional<Object> payload(String eventId) {
        try {
            var id = UUID.fromString(eventId);
            return id.toString().equals(eventId) ? ledger.event(id).map(RecordedEvent::payload) : Optional.empty();
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    /** The publication of an edition, with the text that is not kept elsewhere. */
    public EditionPublished publication(PublishedEdition edition) {
        return payload(edition.publication())
                .map(EditionPublished.class::cast)
                .orElseThrow(() -> new IllegalStateException("the ledger has lost event " + edition.publication()));
    }
}
