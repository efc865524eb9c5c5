package org.consentledger.standalone.issuer;

import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;

/** Who has logged in at the issuer, kept beside what its clients in the same process keep in the same session. */
final class IssuerSession {
    private IssuerSession() {}

    static void use(HttpSecurity http) {
        var contexts = new HttpSessionSecurityContextRepository();
        contexts.setSpringSecurityContextKey("ISSUER_CONTEXT");
        var requests = new HttpSessionRequestCache();
        requests.setSessionAttrName("ISSUER_REQUEST");
        http.securityContext(context -> context.securityContextRepository(contexts))
                .requestCache(cache -> cache.requestCache(requests));
    }
}
