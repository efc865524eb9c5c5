package org.consentledger.dossier;

import org.consentledger.events.EventMapper;
import org.consentledger.ledger.audit.EventBytes;
import tools.jackson.databind.json.JsonMapper;

/** What the fact of an event is called: what happened, and to which edition or purpose. */
record FactNames(Derived derived, Words words) {
    private static final JsonMapper EVENTS = EventMapper.create();

    String name(EventBytes event) {
        var happened = words.say("event." + event.payloadType());
        var payload = EVENTS.readTree(event.payload());
        if (payload.has("edition")) {
            int number = payload.path("edition").asInt(0);
            return derived.edition(number)
                    .map(edition -> words.say("event.about", happened, words.edition(edition)))
                    .orElseGet(() -> words.say("event.about", happened, Integer.toString(number)));
        }
        return payload.has("purposeId")
                ? words.say("event.about", happened, payload.path("purposeId").asString(""))
                : happened;
    }
}
