package org.consentledger.standalone.postgres;

import org.jspecify.annotations.Nullable;

/** The embedded PostgreSQL cannot be used; the message tells an operator why and what to do. */
public final class DatabaseRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    DatabaseRefused(String message) {
        super(message);
    }

    DatabaseRefused(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
