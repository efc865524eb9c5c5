package org.consentledger.ledger.cosign;

import java.net.URI;
import java.util.Set;
import org.consentledger.ledger.note.VerifierKey;

/**
 * A witness that is to be asked.
 *
 * @param submissionPrefix as the witness's operator names it (C2SP tlog-witness, "HTTP Interface"); http or https
 * @param key whose cosignatures count; what another key signs is ignored
 */
public record WitnessAddress(URI submissionPrefix, VerifierKey key) {
    public WitnessAddress {
        if (!Set.of("http", "https").contains(String.valueOf(submissionPrefix.getScheme()))
                || submissionPrefix.getHost() == null) {
            throw new IllegalArgumentException("a witness has an http or https URL, not " + submissionPrefix);
        }
    }

    URI addCheckpoint() {
        String prefix = submissionPrefix.toString();
        return URI.create((prefix.endsWith("/") ? prefix : prefix + "/") + "add-checkpoint");
    }
}
