package org.consentledger.query.platform;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.axonframework.common.AxonTransientException;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.TransactionException;

/**
 * A failure that would come again with the same event: what the event says cannot be handled, or the database does not take it.
 * A database that is gone, full, busy or of another shape fails all events alike, and is no such failure. Nor is a row that is
 * there already: it says nothing about the event, which another process may have handled meanwhile.
 *
 * @param cause class and place of the failure, never its text, which may repeat what the event says
 */
record LastingFailure(String cause, Throwable failure) {
    /** Classes of SQLSTATE: data exception, integrity constraint violation, program limit exceeded (by a value too long). */
    private static final Set<String> OF_DATA = Set.of("22", "23", "54");

    private static final String UNIQUE_VIOLATION = "23505";

    private static final int CLASS_OF_STATE = 2;
    private static final String OURS = "org.consentledger.";

    /** Empty where it may pass. */
    static Optional<LastingFailure> of(Throwable failure) {
        return chain(failure).stream().allMatch(LastingFailure::lasts)
                ? Optional.of(new LastingFailure(cause(failure), failure))
                : Optional.empty();
    }

    private static boolean lasts(Throwable failure) {
        return switch (failure) {
            case Error _, InterruptedException _, AxonTransientException _, TransactionException _ -> false;
            case TransientDataAccessException _, RecoverableDataAccessException _ -> false;
            case DataAccessResourceFailureException _ -> false;
            case SQLException sql -> isOfData(sql.getSQLState());
            default -> true;
        };
    }

    private static boolean isOfData(@Nullable String state) {
        return state != null
                && state.length() >= CLASS_OF_STATE
                && !state.equals(UNIQUE_VIOLATION)
                && OF_DATA.contains(state.substring(0, CLASS_OF_STATE));
    }

    private static List<Throwable> chain(Throwable failure) {
        var chain = new ArrayList<Throwable>();
        for (Throwable one = failure; one != null && !chain.contains(one); one = one.getCause()) {
            chain.add(one);
        }
        return chain;
    }

    static String cause(Throwable failure) {
        var root = chain(failure).getLast();
        var state = root instanceof SQLException sql ? " (SQLSTATE " + sql.getSQLState() + ")" : "";
        return root.getClass().getName() + state + place(root);
    }

    private static String place(Throwable root) {
        var frames = List.of(root.getStackTrace());
        return frames.stream()
                .filter(frame -> frame.getClassName().startsWith(OURS))
                .findFirst()
                .or(() -> frames.stream().findFirst())
                .map(frame -> " at " + frame.getClassName() + "." + frame.getMethodName() + ":" + frame.getLineNumber())
                .orElse("");
    }
}
