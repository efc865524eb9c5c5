package org.consentledger.query.platform;

import org.jspecify.annotations.Nullable;

/** How far a projection's processor is handed events ahead of what it has committed. */
final class Room {
    private final long most;
    private long handed = -1;
    private long committed = -1;
    private @Nullable Runnable listener;

    /** @param most events that it has in hand at once */
    Room(long most) {
        this.most = most;
    }

    /** Reading begins, after that leaf; what was handed out before is forgotten. */
    synchronized void beginAfter(long position, Runnable roomAgain) {
        handed = position;
        committed = position;
        listener = roomAgain;
    }

    synchronized boolean isThere() {
        return handed - committed < most;
    }

    synchronized void handed(long position) {
        handed = position;
    }

    /** Who found no room is told where there is some now. */
    void committed(long position) {
        Runnable told;
        synchronized (this) {
            told = isThere() ? null : listener;
            committed = position;
        }
        if (told != null) {
            told.run();
        }
    }
}
