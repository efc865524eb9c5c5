package org.consentledger.access;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
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
        setAllowedHeaderNames(HeaderText::isName);
        setAllowedHeaderValues(value -> HeaderText.isValue(value) || isUtf8Text(value));
        // Every question says itself which parameters it takes, and which values.
        setAllowedParameterNames(_ -> true);
    }

    @Override
    public FirewalledRequest getFirewalledRequest(HttpServletRequest request) {
        var firewalled = super.getFirewalledRequest(request);
        try {
            Collections.list(firewalled.getHeaderNames())
                    .forEach(name -> Collections.list(firewalled.getHeaders(name)));
        } catch (RequestRejectedException _) {
            throw new HeaderRejected("a header holds what HTTP does not take");
        }
        var type = firewalled.getHeader(HttpHeaders.CONTENT_TYPE);
        if (type != null && type.indexOf('*') >= 0) {
            throw new HeaderRejected("a body has one media type (RFC 9110 §8.3)");
        }
        return firewalled;
    }

    /** A server takes the bytes of a header for ISO 8859-1 (RFC 9110 §5.5), where some of UTF-8 look like controls. */
    private static boolean isUtf8Text(String value) {
        try {
            var text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(value.getBytes(StandardCharsets.ISO_8859_1)));
            return HeaderText.isValue(text);
        } catch (CharacterCodingException _) {
            return false;
        }
    }

    /** It is a header that is refused, not the path. */
    static final class HeaderRejected extends RequestRejectedException {
        HeaderRejected(String why) {
            super(why);
        }
    }
}
