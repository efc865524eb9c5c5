package org.consentledger.access;

import java.util.Optional;
import java.util.Set;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.method.HandlerMethod;

/** Whose requests an endpoint takes. */
public sealed interface Rule {

    /** Everybody's who has a valid token. */
    record EveryClient() implements Rule {}

    /** Those of tokens with one of these scopes. */
    record OneOf(Set<Scope> scopes) implements Rule {
        public OneOf {
            scopes = Set.copyOf(scopes);
        }
    }

    /** What the method says, or else its class; empty where neither says anything. */
    static Optional<Rule> of(HandlerMethod endpoint) {
        return of(endpoint.getMethod()).or(() -> of(endpoint.getBeanType()));
    }

    private static Optional<Rule> of(java.lang.reflect.AnnotatedElement element) {
        var allowed = AnnotatedElementUtils.findMergedAnnotation(element, Allowed.class);
        if (allowed != null) {
            return Optional.of(new OneOf(Set.of(allowed.value())));
        }
        return AnnotatedElementUtils.hasAnnotation(element, AllowedToEveryClient.class)
                ? Optional.of(new EveryClient())
                : Optional.empty();
    }
}
