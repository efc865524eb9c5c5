package org.consentledger.ledger.serializer;

import java.util.function.Function;
import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.SerializationException;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.SerializedType;
import org.axonframework.serialization.SimpleSerializedObject;
import org.axonframework.serialization.SimpleSerializedType;
import org.axonframework.serialization.UnknownSerializedType;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.consentledger.events.AboutCustomer;
import org.consentledger.events.CustomerId;
import org.consentledger.events.EventTypes;
import org.consentledger.events.StoredAs;
import org.consentledger.ledger.personal.DataKey;
import org.consentledger.ledger.personal.ReadClosed;
import org.consentledger.ledger.personal.SealedForm;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;

/**
 * Events under their stored names and revisions, never under the names of Java classes; metadata in canonical form.
 * What is no event (Axon's own types) keeps its class name and never becomes part of the ledger.
 *
 * <p>What could name a person leaves it sealed, and is read closed, as {@code null}: aggregates, projections and dead
 * letters never see it. Who must show it to somebody opens it while answering
 * ({@link org.consentledger.ledger.reading.LedgerReader#opened}).
 */
public final class EventSerializer extends Jackson3Serializer {
    private final JsonMapper events;
    private final JsonMapper closed;
    private final SealedForm sealedForm;

    /**
     * @param events the one mapper of events
     * @throws IllegalStateException where an event holds what could name a person and does not say whose it is
     */
    public EventSerializer(JsonMapper events) {
        super(builder());
        this.events = events;
        this.closed = events.rebuild().addHandler(new ReadClosed()).build();
        this.sealedForm = new SealedForm(events);
    }

    /**
     * The form of an event to store.
     *
     * @param keys the key of a customer to seal with, asked for only where there is something to seal
     */
    public SerializedObject<byte[]> seal(Object event, Function<CustomerId, DataKey> keys) {
        return event instanceof AboutCustomer about && SealedForm.concerns(event.getClass())
                ? new SimpleSerializedObject<>(
                        sealedForm.seal(about, keys), byte[].class, typeForClass(event.getClass()))
                : super.serialize(event, byte[].class);
    }

    @Override
    public <T> SerializedObject<T> serialize(Object object, Class<T> expectedRepresentation) {
        if (object instanceof MetaData metaData) {
            return new AsMetaData<>(super.serialize(StoredMetaData.of(metaData), expectedRepresentation));
        }
        if (object instanceof AboutCustomer) {
            return getConverter().convert(seal(object, EventSerializer::noKey), expectedRepresentation);
        }
        return super.serialize(object, expectedRepresentation);
    }

    /** Outside an append only such events travel that were read closed. */
    private static DataKey noKey(CustomerId customerId) {
        throw new SerializationException("what could name a person is sealed when it is appended, and nowhere else");
    }

    @Override
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // as the method overridden
    public <S, T> T deserialize(SerializedObject<S> stored) {
        Class<?> type = classForType(stored.getType());
        if (!SealedForm.concerns(type)) {
            return super.deserialize(stored);
        }
        try {
            return (T) closed.readValue(
                    getConverter().convert(stored, byte[].class).getData(), type);
        } catch (JacksonException e) {
            throw new SerializationException("a " + stored.getType().getName() + " cannot be read", e);
        }
    }

    @Override
    @SuppressWarnings({"rawtypes", "unchecked"}) // as the method overridden
    public SerializedType typeForClass(@Nullable Class type) {
        if (type == null || !type.isAnnotationPresent(StoredAs.class)) {
            return super.typeForClass(type);
        }
        StoredAs stored = EventTypes.of(type);
        return new SimpleSerializedType(stored.name(), Integer.toString(stored.revision()));
    }

    /** Of an event in any revision but the present one, into which upcasters bring the past ones, nothing is known. */
    @Override
    public Class<?> classForType(SerializedType type) {
        Class<?> event = EventTypes.named(type.getName());
        return event == null || typeForClass(event).equals(type)
                ? super.classForType(type)
                : UnknownSerializedType.class;
    }

    @Override
    protected String resolveClassName(SerializedType type) {
        Class<?> event = EventTypes.named(type.getName());
        return event == null ? super.resolveClassName(type) : event.getName();
    }

    @Override
    protected ObjectWriter getWriter() {
        return events.writer();
    }

    @Override
    protected ObjectReader getReader(Class<?> type) {
        return MetaData.class.equals(type) ? super.getReader(type) : events.readerFor(type);
    }

    /** The reduced metadata under the type that Axon reads metadata by. */
    private record AsMetaData<T>(SerializedObject<T> reduced) implements SerializedObject<T> {
        @Override
        public Class<T> getContentType() {
            return reduced.getContentType();
        }

        @Override
        public SerializedType getType() {
            return new SimpleSerializedType(MetaData.class.getName(), null);
        }

        @Override
        public T getData() {
            return reduced.getData();
        }
    }
}
