package org.consentledger.command.platform;

import java.time.Instant;
import java.time.ZoneId;

/** What a purpose of use needs after leaving is still kept; code {@code RETENTION_RUNNING}. */
public final class RetentionRunning extends CommandRejected {
    private final transient Instant keptUntil;

    /**
     * Rejects what may be done from then on.
     *
     * @param zone that of the terms, in which its day is named
     */
    public RetentionRunning(Instant keptUntil, ZoneId zone) {
        super(Code.RETENTION_RUNNING, keptUntil.atZone(zone).toLocalDate(), zone);
        this.keptUntil = keptUntil;
    }

    Instant keptUntil() {
        return keptUntil;
    }
}
