package org.consentledger.console.privacy;

import java.time.ZoneId;

/** What the pages of the privacy desk have in common. */
final class Desk {
    /** The law's periods are counted in Japan, whatever zone a customer's terms are in. */
    static final ZoneId ZONE = ZoneId.of("Asia/Tokyo");

    private Desk() {}
}
