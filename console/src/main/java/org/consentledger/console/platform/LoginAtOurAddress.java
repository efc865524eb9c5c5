package org.consentledger.console.platform;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;

/**
 * Leads to the login, under the name of ours that the issuer knows: a browser that called us by another one would come back
 * without its session.
 */
record LoginAtOurAddress(String path, @Nullable URI address) implements AuthenticationEntryPoint {
    @Override
    public void commence(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException authenticationException)
            throws IOException {
        response.sendRedirect(address == null ? path : address.resolve(path).toString());
    }
}
