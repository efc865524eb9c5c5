package org.consentledger.access;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.Enumeration;
import org.springframework.http.HttpHeaders;
import org.springframework.security.web.firewall.FirewalledRequest;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.security.web.firewall.StrictHttpFirewall;

/**
 * Refuses what two readers of a request might understand differently, all of it before anybody reads the request. The
 * firewall of Spring Security looks at a header only when somebody asks for it, and who asks may take the refusal for a
 * failure of ours.
 */
final class RequestFirewall extends StrictHttpFirewall {
    RequestFirewall() {
        // Every question says itself which parameters it takes, and which values.
        setAllowedParameterNames(_ -> true);
    }

    @Override
    public FirewalledRequest getFirewalledRequest(HttpServletRequest request) {
        var firewalled = super.getFirewalledRequest(request);
        for (var name : listed(firewalled.getHeaderNames())) {
            listed(firewalled.getHeaders(name));
        }
        var type = firewalled.getHeader(HttpHeaders.CONTENT_TYPE);
        if (type != null && type.indexOf('*') >= 0) {
            throw new RequestRejectedException("a body has one media type (RFC 9110 §8.3)");
        }
        return firewalled;
    }

    private static Iterable<String> listed(Enumeration<String> values) {
        return Collections.list(values);
    }
}
