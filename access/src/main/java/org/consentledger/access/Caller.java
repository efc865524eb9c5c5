package org.consentledger.access;

import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;

/**
 * Who calls, as the token of the present request says.
 *
 * @param subject the token's subject ({@code sub}, RFC 9068 §2.2): a member of staff, a client, or a customer himself;
 *     opaque, like every identifier here
 */
public record Caller(String subject, JwtAuthenticationToken authentication) {

    /** Empty outside of a request. */
    public static Optional<Caller> current() {
        return SecurityContextHolder.getContext().getAuthentication() instanceof JwtAuthenticationToken token
                ? Optional.of(new Caller(token.getName(), token))
                : Optional.empty();
    }

    /**
     * The client that the token was issued to: {@code client_id} (RFC 9068 §2.2), or the {@code azp} of OpenID Connect;
     * empty where the token does not say.
     */
    public Optional<String> client() {
        return Stream.of("client_id", "azp")
                .map(authentication.getToken()::getClaimAsString)
                .filter(Objects::nonNull)
                .findFirst();
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
