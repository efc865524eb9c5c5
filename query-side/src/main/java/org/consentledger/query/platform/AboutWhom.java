package org.consentledger.query.platform;

import java.util.Optional;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.serialization.SerializationException;
import org.axonframework.serialization.UnknownSerializedType;
import org.consentledger.events.AboutCustomer;
import org.consentledger.events.AggregateIds;
import org.consentledger.events.CustomerId;
import org.consentledger.events.EventTypes;
import org.consentledger.ledger.serializer.NotOfThisRelease;

/** Which customer an event is about, also where it cannot be read. */
final class AboutWhom {
    private AboutWhom() {}

    /** Empty for an event about terms or about the ledger itself. */
    static Optional<CustomerId> of(EventMessage<?> event) {
        if (NotOfThisRelease.is(event)) {
            return byAggregate(event);
        }
        if (!AboutCustomer.class.isAssignableFrom(event.getPayloadType())) {
            return Optional.empty();
        }
        try {
            return Optional.of(((AboutCustomer) event.getPayload()).customerId());
        } catch (SerializationException _) {
            return byAggregate(event);
        }
    }

    /** The name under which it is stored. */
    static String type(EventMessage<?> event) {
        return NotOfThisRelease.is(event)
                ? ((UnknownSerializedType) event.getPayload()).serializedType().getName()
                : EventTypes.of(event.getPayloadType()).name();
    }

    private static Optional<CustomerId> byAggregate(EventMessage<?> event) {
        return event instanceof DomainEventMessage<?> domain
                ? AggregateIds.customerOf(domain.getAggregateIdentifier())
                : Optional.empty();
    }
}
