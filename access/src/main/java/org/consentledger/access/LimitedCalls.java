package org.consentledger.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Turns callers away who call too often, before anything of a request is read: customers with tokens of their own, whoever
 * has no valid token, and clients where that is configured. Whether the process is alive and ready is told without limit.
 */
public final class LimitedCalls {
    private static final RequestMatcher HEALTH = new OrRequestMatcher(
            PathPatternRequestMatcher.pathPattern(AccessAutoConfiguration.LIVENESS),
            PathPatternRequestMatcher.pathPattern(AccessAutoConfiguration.READINESS));

    private final LimitSettings settings;
    private final CallLimits limits;
    private final AccessProblems problems;

    LimitedCalls(LimitSettings settings, CallLimits limits, AccessProblems problems) {
        this.settings = settings;
        this.limits = limits;
        this.problems = problems;
    }

    /** For where it is known by then who calls, if anybody does. */
    OncePerRequestFilter ofEverybody() {
        return of(this::untilTaken);
    }

    /**
     * For pages that people log in for: who has not logged in yet counts as one without a token.
     *
     * @param isLoggedIn whether the request is of somebody who has
     */
    public OncePerRequestFilter ofStrangers(Predicate<HttpServletRequest> isLoggedIn) {
        return of(request -> isLoggedIn.test(request) ? Optional.empty() : unauthenticated(request));
    }

    private OncePerRequestFilter of(Function<HttpServletRequest, Optional<Duration>> untilTaken) {
        return new OncePerRequestFilter() {
            @Override
            protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                    throws ServletException, IOException {
                var wait = untilTaken.apply(request);
                if (wait.isPresent()) {
                    problems.tooMany(request, response, wait.get());
                } else {
                    chain.doFilter(request, response);
                }
            }
        };
    }

    private Optional<Duration> untilTaken(HttpServletRequest request) {
        var known = Caller.current();
        if (known.isEmpty()) {
            return HEALTH.matches(request) ? Optional.empty() : unauthenticated(request);
        }
        var caller = known.get();
        if (caller.isCustomer()) {
            return limits.take("customer " + caller.subject(), settings.selfService());
        }
        var clients = settings.clients();
        return clients == null
                ? Optional.empty()
                : limits.take("client " + caller.client().orElse(caller.subject()), clients);
    }

    /** Who shows a token that is not taken counts as one without, but for an issuer that cannot be reached. */
    void refuse(HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException {
        Optional<Duration> wait =
                failure instanceof AuthenticationServiceException ? Optional.empty() : unauthenticated(request);
        if (wait.isPresent()) {
            problems.tooMany(request, response, wait.get());
        } else {
            problems.commence(request, response, failure);
        }
    }

    private Optional<Duration> unauthenticated(HttpServletRequest request) {
        return limits.take(address(request), settings.unauthenticated());
    }

    /** For an issuer: an address from which too many have failed to log in gets no further try for the time being. */
    public OncePerRequestFilter ofFailedLogins() {
        return new OncePerRequestFilter() {
            @Override
            protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                    throws ServletException, IOException {
                var wait = limits.look(address(request), settings.unauthenticated());
                if (wait.isPresent()) {
                    problems.tooMany(request, response, wait.get());
                    return;
                }
                chain.doFilter(request, response);
                if (response.getStatus() == HttpStatus.UNAUTHORIZED.value()) {
                    limits.take(address(request), settings.unauthenticated());
                }
            }
        };
    }

    private static String address(HttpServletRequest request) {
        return "address " + RemoteAddress.of(request);
    }
}
