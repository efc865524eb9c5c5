package org.consentledger.ledger.store;

import java.security.SecureRandom;
import java.util.UUID;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.consentledger.events.AboutCustomer;
import org.consentledger.events.customer.PersonalDataErased;
import org.consentledger.events.ledger.DataKeyCommitted;
import org.consentledger.ledger.append.EventToAppend;
import org.consentledger.ledger.personal.DataKeys;
import org.consentledger.ledger.serializer.EventSerializer;
import org.consentledger.ledger.statement.Salt;
import org.jspecify.annotations.Nullable;

/** In which form Axon's messages are appended: sealed, by stored names, salted. */
final class AppendedForms {
    private final EventSerializer serializer;
    private final SecureRandom random = new SecureRandom();

    AppendedForms(EventSerializer serializer) {
        this.serializer = serializer;
    }

    /** @throws IllegalArgumentException where it is no event of an aggregate, or none that has a stored name */
    EventToAppend of(EventMessage<?> message, UnitKeys keys) {
        if (!(message instanceof DomainEventMessage<?> event)) {
            throw new IllegalArgumentException("only the events of aggregates belong to the ledger");
        }
        if (event.getPayload() instanceof AboutCustomer about) {
            keys.concerns(about.customerId());
        }
        if (event.getPayload() instanceof PersonalDataErased erased) {
            keys.erases(erased.customerId());
        }
        var payload = serializer.seal(event.getPayload(), keys::sealing);
        var metaData = event.serializeMetaData(serializer, byte[].class);
        return new EventToAppend(
                eventId(event),
                event.getType(),
                event.getAggregateIdentifier(),
                event.getSequenceNumber(),
                payload.getType().getName(),
                revision(payload.getType().getRevision(), payload.getType().getName()),
                payload.getData(),
                metaData.getData(),
                Salt.random(random));
    }

    EventToAppend of(DataKeyCommitted committed, UnitKeys keys) {
        return of(new GenericDomainEventMessage<>("DataKey", DataKeys.streamOf(committed), 0, committed), keys);
    }

    private static String revision(@Nullable String revision, String type) {
        if (revision == null) {
            throw new IllegalArgumentException(type + " is no event: it has no stored name and revision");
        }
        return revision;
    }

    private static UUID eventId(EventMessage<?> event) {
        UUID id = UUID.fromString(event.getIdentifier());
        if (!id.toString().equals(event.getIdentifier())) {
            throw new IllegalArgumentException("an event's identifier is a UUID in its canonical form");
        }
        return id;
    }
}
