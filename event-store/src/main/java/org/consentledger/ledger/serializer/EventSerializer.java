package org.consentledger.ledger.serializer;

import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.SerializedType;
import org.axonframework.serialization.SimpleSerializedType;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.consentledger.events.EventTypes;
import org.consentledger.events.StoredAs;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;

/**
 * Events under their stored names and revisions, never under the names of Java classes; metadata in canonical form.
 * What is no event (Axon's own types) keeps its class name and never becomes part of the ledger.
 */
public final class EventSerializer extends Jackson3Serializer {
    private final JsonMapper events;

    /** @param events the one mapper of events */
    public EventSerializer(JsonMapper events) {
        super(builder());
        this.events = events;
    }

    @Override
    public <T> SerializedObject<T> serialize(Object object, Class<T> expectedRepresentation) {
        if (object instanceof MetaData metaData) {
            return new AsMetaData<>(super.serialize(StoredMetaData.of(metaData), expectedRepresentation));
        }
        return super.serialize(object, expectedRepresentation);
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
