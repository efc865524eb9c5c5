package org.consentledger.standalone;

import ch.qos.logback.classic.Level;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The log of a verb that runs without Spring: nobody has set it up, and left alone it would print everything. */
final class QuietLog {
    private QuietLog() {}

    /** From now on only what somebody should look at is logged. */
    static void begin() {
        if (LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME) instanceof ch.qos.logback.classic.Logger root) {
            root.setLevel(Level.WARN);
        }
    }
}
