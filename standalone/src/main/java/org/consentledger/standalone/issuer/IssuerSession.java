package org.consentledger.standalone.issuer;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSessionAttributeListener;
import jakarta.servlet.http.HttpSessionBindingEvent;
import java.time.Duration;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;

/** Who has logged in at the issuer, kept beside what its clients in the same process keep in the same session. */
final class IssuerSession implements HttpSessionAttributeListener {
    private static final String CONTEXT = "ISSUER_CONTEXT";
    private static final Duration IDLE = Duration.ofHours(8);

    static void use(HttpSecurity http) {
        var contexts = new HttpSessionSecurityContextRepository();
        contexts.setSpringSecurityContextKey(CONTEXT);
        var requests = new HttpSessionRequestCache();
        requests.setSessionAttrName("ISSUER_REQUEST");
        http.securityContext(context -> context.securityContextRepository(contexts))
                .requestCache(cache -> cache.requestCache(requests));
    }

    static boolean isLoggedIn(HttpServletRequest request) {
        var session = request.getSession(false);
        return session != null && session.getAttribute(CONTEXT) != null;
    }

    /** Before the login a session lasts for minutes, so that strangers do not fill the memory with theirs. */
    @Override
    public void attributeAdded(HttpSessionBindingEvent added) {
        if (CONTEXT.equals(added.getName())) {
            added.getSession().setMaxInactiveInterval(Math.toIntExact(IDLE.toSeconds()));
        }
    }
}
