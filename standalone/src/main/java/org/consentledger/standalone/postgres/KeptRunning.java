package org.consentledger.standalone.postgres;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps a database running for an application that goes on without it: a server that has ended by itself is started again,
 * and where that fails again, ever less often. PostgreSQL ends where a volume is too full for its WAL, and cannot even recover
 * before there is room.
 */
public final class KeptRunning {
    private static final Logger LOG = LoggerFactory.getLogger(KeptRunning.class);
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(15);

    private final EmbeddedDatabase database;

    public KeptRunning(EmbeddedDatabase database) {
        this.database = database;
    }

    /** Returns once the database is closed. */
    public void untilClosed() throws InterruptedException {
        do {
            database.ended().join();
        } while (startedAgain());
    }

    private boolean startedAgain() throws InterruptedException {
        var pause = FIRST_PAUSE;
        while (true) {
            try {
                boolean runs = database.startAgain();
                if (runs) {
                    LOG.error("PostgreSQL had ended by itself, and runs again; its log says why it ended");
                }
                return runs;
            } catch (IOException | SQLException | DatabaseRefused e) {
                LOG.error("PostgreSQL has ended, and is started again in {} s: {}", pause.toSeconds(), e.getMessage());
            }
            if (database.isClosedWithin(pause)) {
                return false;
            }
            pause = longer(pause);
        }
    }

    private static Duration longer(Duration pause) {
        var doubled = pause.multipliedBy(2);
        return doubled.compareTo(LONGEST_PAUSE) < 0 ? doubled : LONGEST_PAUSE;
    }
}
