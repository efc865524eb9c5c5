package org.consentledger.console.platform;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatusCode;

/**
 * An API answered no, in the language of the page (RFC 9457).
 */
public final class ApiDeclined extends RuntimeException {
    private static final Set<Integer> NOT_OF_INPUT = Set.of(401, 403, 429);

    private final transient HttpStatusCode status;
    private final transient Problem problem;

    /**
     * What it said.
     *
     * @param code stable, such as {@code TERMS_UNKNOWN}
     * @param pointer to the part of a body, or the parameter, that was not understood
     */
    public record Problem(
            @Nullable String code,
            @Nullable String title,
            @Nullable String detail,
            @Nullable String pointer) {
        static final Problem NOT_TOLD = new Problem(null, null, null, null);

        /** With the times in it as the page tells them, and as they were typed: not in UTC. */
        public Problem toldBy(Clock clock) {
            return new Problem(code, title, detail == null ? null : clock.toldWithin(detail), pointer);
        }

        /** The name of the parameter or member alone, such as {@code customerId}; empty where no single one is to blame. */
        public String field() {
            if (pointer == null) {
                return "";
            }
            int before = Math.max(pointer.lastIndexOf(':'), pointer.lastIndexOf('/'));
            return before < 0 ? "" : pointer.substring(before + 1);
        }
    }

    ApiDeclined(HttpStatusCode status, Problem problem) {
        super("an API answered " + status.value() + (problem.code() == null ? "" : " " + problem.code()));
        this.status = status;
        this.problem = problem;
    }

    /**
     * What is wrong with what somebody typed or did, to be said beside the form.
     *
     * @throws ApiDeclined itself, where it is anything else
     */
    public Problem problemOfInput() {
        if (!status.is4xxClientError() || NOT_OF_INPUT.contains(status.value())) {
            throw this;
        }
        return problem;
    }

    public HttpStatusCode status() {
        return status;
    }

    public Problem problem() {
        return problem;
    }

    /** Whether this is that code. */
    public boolean is(String code) {
        return code.equals(problem.code());
    }
}
