package org.consentledger.dossier;

import java.util.Map;
import java.util.Set;
import org.consentledger.events.EventMapper;
import org.consentledger.ledger.audit.EventBytes;
import org.consentledger.ledger.personal.DataKey;
import org.consentledger.ledger.personal.SealBroken;
import org.consentledger.ledger.personal.SealedForm;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Holds the payload of an event, with the personal data opened, against the bytes that are stored. */
public final class OpenedForm {
    private static final JsonMapper EVENTS = EventMapper.create();
    private static final SealedForm FORM = new SealedForm(EVENTS);
    private static final String SEALED = "$enc";

    private OpenedForm() {}

    /** Whether anything in it is sealed. */
    public static boolean isSealed(byte[] stored) {
        return !kids(stored).isEmpty();
    }

    /** The ids of the data keys that it is sealed with. */
    public static Set<String> kids(byte[] stored) {
        try {
            return FORM.kids(stored);
        } catch (JacksonException | SealBroken e) {
            throw new DossierRejected("a payload is no JSON, or not sealed as it should be", e);
        }
    }

    /**
     * Whether the opened payload is just what these keys open.
     *
     * @throws SealBroken where anything does not open with its key
     */
    public static boolean isOpenedBy(Map<String, DataKey> keys, EventBytes event, String opened) {
        try {
            byte[] clear = FORM.open(event.payload(), event.payloadType(), event.payloadRevision(), keys::get);
            return EVENTS.readTree(clear).equals(EVENTS.readTree(opened));
        } catch (JacksonException _) {
            return false;
        }
    }

    /** Whether the opened payload says just what is stored, wherever nothing is sealed, and is written as it should be. */
    public static boolean fits(byte[] stored, String opened) {
        try {
            var clear = EVENTS.readTree(opened);
            return EVENTS.writeValueAsString(clear).equals(opened) && fits(EVENTS.readTree(stored), clear);
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
