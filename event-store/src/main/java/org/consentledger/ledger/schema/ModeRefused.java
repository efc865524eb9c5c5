package org.consentledger.ledger.schema;

/** The events live elsewhere than this process is told, or it is told two places, so it does not begin. */
public final class ModeRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public ModeRefused(String why) {
        super(why);
    }

    ModeRefused(EventsLiveIn settled, EventsLiveIn told) {
        super("the events of this database live in " + settled.spoken()
                + ", and this process is told that they live in " + told.spoken()
                + ": start it as before, or on another database; events do not move by a setting");
    }
}
