package org.consentledger.ledger.personal;

import java.nio.charset.StandardCharsets;

/**
 * Where a sealed member stands, as it was stored: what opens there opens nowhere else.
 *
 * @param event stored name of the event
 * @param revision of its stored form
 * @param pointer of the member in the event's JSON (RFC 6901)
 */
record Place(String event, String revision, String pointer) {
    private static final String NEVER_IN_A_PART = "\0";

    /** The additional authenticated data of the member's ciphertext, with the id of its key. */
    byte[] boundTo(String kid) {
        return String.join(NEVER_IN_A_PART, kid, event, revision, pointer).getBytes(StandardCharsets.UTF_8);
    }
}
