package org.consentledger.access;

import io.micrometer.common.KeyValue;
import io.micrometer.common.KeyValues;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.server.observation.DefaultServerRequestObservationConvention;
import org.springframework.http.server.observation.ServerRequestObservationContext;

/**
 * What the figures and traces of HTTP say of a request: method, pattern of the path, status, and the code of the problem that
 * it was answered with. All of them are few; the path itself, which names a customer, is not among them.
 */
public final class ObservedRequests extends DefaultServerRequestObservationConvention {
    private static final String CODE = "code";
    private static final String ATTRIBUTE = ObservedRequests.class.getName() + "." + CODE;
    private static final KeyValue NO_PROBLEM = KeyValue.of(CODE, "none");

    ObservedRequests() {}

    /** The request is answered with a problem of that code, which is an enumeration's, so that there are no more than a few. */
    public static void declined(HttpServletRequest request, Enum<?> code) {
        request.setAttribute(ATTRIBUTE, code);
    }

    @Override
    public KeyValues getLowCardinalityKeyValues(ServerRequestObservationContext context) {
        return super.getLowCardinalityKeyValues(context).and(code(context.getCarrier()));
    }

    @Override
    public KeyValues getHighCardinalityKeyValues(ServerRequestObservationContext context) {
        return KeyValues.empty();
    }

    /** Spring's own repeats whatever a client calls a method. */
    @Override
    public String getContextualName(ServerRequestObservationContext context) {
        var method = "http " + method(context).getValue().toLowerCase(Locale.ROOT);
        return context.getPathPattern() == null ? method : method + " " + context.getPathPattern();
    }

    private static KeyValue code(@Nullable HttpServletRequest request) {
        return request != null && request.getAttribute(ATTRIBUTE) instanceof Enum<?> code
                ? KeyValue.of(CODE, code.name())
                : NO_PROBLEM;
    }
}
