package org.consentledger.access;

import java.util.Optional;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;

/**
 * Who calls, as the token of the present request says.
 *
 * @param subject the token's subject ({@code sub}, RFC 9068 §2.2): a member of staff, a client, or a customer himself;
 *     opaque, like every identifier here
 */
public record Caller(String subject, Authentication authentication) {

    /** Empty outside of a request. */
    public static Optional<Caller> current() {
        return SecurityContextHolder.getContext().getAuthentication() instanceof JwtAuthenticationToken token
                ? Optional.of(new Caller(token.getName(), token))
                : Optional.empty();
    }

    /** Whether the token allows it. */
    public boolean has(Scope scope) {
        return authentication.getAuthorities().stream()
                .anyMatch(authority -> scope.authority().equals(authority.getAuthority()));
    }

    /** Whether a customer calls for himself: his token allows nothing but that. */
    public boolean isCustomer() {
        return has(Scope.CONSENT_SELF);
    }
}
