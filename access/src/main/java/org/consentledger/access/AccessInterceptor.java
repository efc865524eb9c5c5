package org.consentledger.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.consentledger.access.Rule.EveryClient;
import org.consentledger.access.Rule.OneOf;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;

/**
 * Stands before every endpoint, before anything of a request is read: an endpoint without a rule takes no request. Who
 * calls is known by then; what calls without a valid token does not come this far.
 */
final class AccessInterceptor implements HandlerInterceptor {
    private static final String CUSTOMER = "customerId";

    private final AccessProblems problems;
    /** What an endpoint's annotations say does not change, and looking for them costs more than the rule. */
    private final Map<HandlerMethod, Optional<Rule>> rules = new ConcurrentHashMap<>();

    AccessInterceptor(AccessProblems problems) {
        this.problems = problems;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws java.io.IOException {
        if (!(handler instanceof HandlerMethod endpoint) || isAllowed(endpoint, request)) {
            return true;
        }
        problems.handle(request, response, new AccessDeniedException("no scope for it"));
        return false;
    }

    private boolean isAllowed(HandlerMethod endpoint, HttpServletRequest request) {
        var caller = Caller.current();
        var rule = rules.computeIfAbsent(endpoint, Rule::of);
        return caller.isPresent()
                && rule.isPresent()
                && switch (rule.get()) {
                    case EveryClient _ -> !caller.get().isCustomer();
                    case OneOf(var scopes) ->
                        scopes.stream().anyMatch(scope -> allows(scope, caller.get(), customer(request)));
                };
    }

    /** A customer's own token opens his own data alone, whatever else the token says. */
    private static boolean allows(Scope scope, Caller caller, @Nullable String customer) {
        if (caller.isCustomer()) {
            return scope == Scope.CONSENT_SELF && caller.subject().equals(customer);
        }
        return scope != Scope.CONSENT_SELF && caller.has(scope);
    }

    private static @Nullable String customer(HttpServletRequest request) {
        return request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE) instanceof Map<?, ?> variables
                        && variables.get(CUSTOMER) instanceof String customer
                ? customer
                : null;
    }
}
