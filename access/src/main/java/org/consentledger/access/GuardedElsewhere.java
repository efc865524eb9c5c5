package org.consentledger.access;

import java.util.List;
import org.springframework.util.AntPathMatcher;
import org.springframework.util.PathMatcher;

/**
 * Paths of the same process that a security filter chain of their own guards: pages that people log in for, with a session.
 * What answers there has no rule of ours, and no token opens it.
 *
 * @param patterns as Spring MVC writes them
 */
public record GuardedElsewhere(List<String> patterns) {
    private static final PathMatcher MATCHER = new AntPathMatcher();

    public GuardedElsewhere {
        patterns = List.copyOf(patterns);
    }

    /** @param path of a request, or the pattern of an endpoint's paths */
    boolean guards(String path) {
        return patterns.stream().anyMatch(pattern -> MATCHER.match(pattern, path));
    }
}
