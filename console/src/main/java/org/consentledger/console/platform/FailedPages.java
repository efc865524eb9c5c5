package org.consentledger.console.platform;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.UUID;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * What fails past all handlers, such as a template while it is filled, ends in a page that says so, and in the log. Pages are
 * sent when they are whole, so that none breaks off in its middle; a file that does breaks the connection.
 */
final class FailedPages extends OncePerRequestFilter {
    private static final Logger LOG = LoggerFactory.getLogger(FailedPages.class);

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            chain.doFilter(request, response);
        } catch (InvalidParameterException e) {
            if (response.isCommitted()) {
                throw e;
            }
            response.reset();
            if (e.getErrorCode() == HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE) {
                PlainPage.tooLarge(response);
            } else {
                PlainPage.unreadable(response);
            }
        } catch (ServletException | RuntimeException e) {
            if (response.isCommitted()) {
                throw e;
            }
            var incident = UUID.randomUUID().toString();
            LOG.error("a page failed (incident {})", incident, e);
            response.reset();
            PlainPage.failed(response, incident);
        }
    }
}
