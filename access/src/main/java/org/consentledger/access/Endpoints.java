package org.consentledger.access;

import java.util.Comparator;
import java.util.List;
import java.util.Map.Entry;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.http.HttpMethod;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * All endpoints of the application, but for pages that another chain guards. It does not start with one that has no rule:
 * whoever adds an endpoint says whose requests it takes.
 */
public final class Endpoints implements SmartInitializingSingleton {
    private static final String OURS = "org.consentledger.";

    private final ObjectProvider<RequestMappingHandlerMapping> mappings;
    private final ObjectProvider<GuardedElsewhere> elsewhere;

    Endpoints(ObjectProvider<RequestMappingHandlerMapping> mappings, ObjectProvider<GuardedElsewhere> elsewhere) {
        this.mappings = mappings;
        this.elsewhere = elsewhere;
    }

    @Override
    public void afterSingletonsInstantiated() {
        all();
    }

    /**
     * In the order of their paths.
     *
     * @throws IllegalStateException where one has no rule
     */
    public List<Endpoint> all() {
        return mappings.stream()
                .flatMap(mapping -> mapping.getHandlerMethods().entrySet().stream())
                .filter(handler -> handler.getValue().getBeanType().getName().startsWith(OURS))
                .filter(handler -> !isGuardedElsewhere(handler.getKey()))
                .flatMap(Endpoints::endpoints)
                .sorted(Comparator.comparing(Endpoint::path)
                        .thenComparing(endpoint -> endpoint.method().name())
                        .thenComparing(endpoint -> endpoint.takes().toString() + endpoint.answers()))
                .toList();
    }

    private boolean isGuardedElsewhere(RequestMappingInfo mapping) {
        return mapping.getPatternValues().stream()
                .allMatch(path -> elsewhere.stream().anyMatch(guarded -> guarded.guards(path)));
    }

    private static Stream<Endpoint> endpoints(Entry<RequestMappingInfo, HandlerMethod> handler) {
        var mapping = handler.getKey();
        var rule = Rule.of(handler.getValue())
                .orElseThrow(() -> new IllegalStateException("whose requests does it take? " + handler.getValue()));
        var takes = mapping.getConsumesCondition().getConsumableMediaTypes().stream()
                .findFirst();
        var answers = mapping.getProducesCondition().getProducibleMediaTypes().stream()
                .findFirst();
        return methods(mapping)
                .flatMap(method -> mapping.getPatternValues().stream()
                        .map(path -> new Endpoint(method, path, takes, answers, rule)));
    }

    private static Stream<HttpMethod> methods(RequestMappingInfo mapping) {
        Set<RequestMethod> methods = mapping.getMethodsCondition().getMethods();
        return (methods.isEmpty() ? Stream.of(RequestMethod.values()) : methods.stream())
                .map(RequestMethod::asHttpMethod);
    }
}
