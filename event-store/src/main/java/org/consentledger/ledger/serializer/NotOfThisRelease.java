package org.consentledger.ledger.serializer;

import org.axonframework.eventhandling.EventMessage;
import org.axonframework.serialization.UnknownSerializedType;

/**
 * An event of a type, or in a revision, that this release does not know, since a newer one has recorded it. Whoever passed it over
 * would decide, or answer, as if it had not happened.
 */
public final class NotOfThisRelease extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * An event that was met.
     *
     * @param type the name under which it is stored
     * @param revision of its stored form
     */
    public NotOfThisRelease(String type, String revision) {
        super("this release does not know " + type + " in revision " + revision + "; a newer one has recorded it");
    }

    /** Whether this release cannot say what the event means. */
    public static boolean is(EventMessage<?> event) {
        return UnknownSerializedType.class.equals(event.getPayloadType());
    }

    /** @throws NotOfThisRelease rather than that the event is passed over */
    public static <E extends EventMessage<?>> E requireKnown(E event) {
        if (is(event)) {
            var stored = ((UnknownSerializedType) event.getPayload()).serializedType();
            throw new NotOfThisRelease(stored.getName(), String.valueOf(stored.getRevision()));
        }
        return event;
    }
}
