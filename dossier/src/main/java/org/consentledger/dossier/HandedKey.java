package org.consentledger.dossier;

import java.util.regex.Pattern;
import org.consentledger.events.EventMapper;
import org.consentledger.events.ledger.DataKeyCommitted;
import org.consentledger.ledger.audit.ProvenEvent;
import tools.jackson.core.JacksonException;

/**
 * A data key (データ鍵) of the customer, handed over so that an expert opens the stored payloads himself and holds them
 * against their leaves.
 *
 * @param committed the event by which the ledger committed itself to this key before it used it
 * @param secret 64 lower-case hexadecimal digits
 */
public record HandedKey(ProvenEvent committed, String secret) {
    private static final Pattern HEX = Pattern.compile("[0-9a-f]{64}");

    public HandedKey {
        if (!HEX.matcher(secret).matches()) {
            throw new IllegalArgumentException("a data key has 64 hexadecimal digits");
        }
    }

    /** What the ledger said of the key. */
    public DataKeyCommitted commitment() {
        return commitment(committed);
    }

    /**
     * What the ledger said of a key.
     *
     * @throws DossierRejected where the event is no such commitment
     */
    public static DataKeyCommitted commitment(ProvenEvent committed) {
        try {
            return EventMapper.create().readValue(committed.event().payload(), DataKeyCommitted.class);
        } catch (JacksonException e) {
            throw new DossierRejected(
                    "the event at position " + committed.event().position() + " commits the ledger to no key", e);
        }
    }

    /** Its secret is nobody's to read in a log. */
    @Override
    public String toString() {
        return "HandedKey[" + committed.event().position() + "]";
    }
}
