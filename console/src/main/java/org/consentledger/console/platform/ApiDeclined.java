package org.consentledger.console.platform;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatusCode;

/**
 * An API answered no, in the language of the page (RFC 9457).
 */
public final class ApiDeclined extends RuntimeException {
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
    }

    ApiDeclined(HttpStatusCode status, Problem problem) {
        super("an API answered " + status.value() + (problem.code() == null ? "" : " " + problem.code()));
        this.status = status;
        this.problem = problem;
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
