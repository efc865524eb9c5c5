package org.consentledger.dossier;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.consentledger.events.EventMapper;
import org.consentledger.events.EventTypes;
import org.consentledger.ledger.audit.EventBytes;
import org.consentledger.ledger.personal.ReadClosed;
import org.consentledger.standing.Recorded;
import org.consentledger.standing.StatedFacts;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Reads events from the bytes that are stored, closed, without any framework. */
public final class StatedEvents {
    private static final JsonMapper CLOSED =
            EventMapper.builder().addHandler(new ReadClosed()).build();

    private StatedEvents() {}

    /**
     * Events with their places.
     *
     * @throws DossierRejected where one is of a type or revision that this program does not know, or cannot be read
     */
    public static List<Recorded<Object>> of(Collection<EventBytes> events) {
        var read = new ArrayList<Recorded<Object>>();
        for (var event : events) {
            read.add(new Recorded<>(event.eventId().toString(), event.position(), event.recordedAt(), payload(event)));
        }
        return read;
    }

    /** Whether an event stored under that name can state a fact; one that nobody knows might. */
    public static boolean mayState(String payloadType) {
        var type = EventTypes.named(payloadType);
        return type == null || StatedFacts.mayState(type);
    }

    private static Object payload(EventBytes event) {
        var type = EventTypes.named(event.payloadType());
        if (type == null
                || !Objects.equals(Integer.toString(EventTypes.of(type).revision()), event.payloadRevision())) {
            throw new DossierRejected("the event at position " + event.position() + " is a " + event.payloadType()
                    + " of revision " + event.payloadRevision() + ", which this program does not know");
        }
        try {
            return CLOSED.readValue(event.payload(), type);
        } catch (JacksonException e) {
            throw new DossierRejected("the event at position " + event.position() + " cannot be read", e);
        }
    }
}
