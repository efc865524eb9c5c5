package org.consentledger.dossier;

import org.consentledger.events.EventMapper;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Holds the payload of an event, with the personal data opened, against the bytes that are stored. */
public final class OpenedForm {
    private static final JsonMapper EVENTS = EventMapper.create();
    private static final String SEALED = "$enc";

    private OpenedForm() {}

    /** Whether anything in it is sealed. */
    public static boolean isSealed(byte[] stored) {
        try {
            return !EVENTS.readTree(stored).findValues(SEALED).isEmpty();
        } catch (JacksonException e) {
            throw new DossierRejected("a payload is no JSON", e);
        }
    }

    /** Whether the opened payload says just what is stored, wherever nothing is sealed. */
    public static boolean fits(byte[] stored, String opened) {
        try {
            return fits(EVENTS.readTree(stored), EVENTS.readTree(opened));
        } catch (JacksonException e) {
            throw new DossierRejected("an opened payload is no JSON", e);
        }
    }

    private static boolean fits(JsonNode stored, JsonNode opened) {
        if (stored.isObject() && stored.has(SEALED)) {
            return true;
        }
        if (stored instanceof ObjectNode object && opened instanceof ObjectNode other) {
            return other.propertyStream().allMatch(member -> object.has(member.getKey()))
                    && object.propertyStream().allMatch(member -> fits(member.getValue(), other.path(member.getKey())));
        }
        if (stored.isArray() && opened.isArray() && stored.size() == opened.size()) {
            for (int i = 0; i < stored.size(); i++) {
                if (!fits(stored.get(i), opened.get(i))) {
                    return false;
                }
            }
            return true;
        }
        return stored.equals(opened);
    }
}
