package org.consentledger.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.filter.OncePerRequestFilter;

class StrangersTest {
    private static final String LOGGED_IN = "logged-in";

    private final Instant now = Instant.parse("2026-01-01T00:00:00Z");
    private final OncePerRequestFilter filter = new LimitedCalls(
                    new LimitSettings(2, 1, null), new CallLimits(() -> now), new AccessProblems())
            .ofStrangers(request -> request.getAttribute(LOGGED_IN) != null);

    @Test
    @DisplayName("ログイン前の画面は、相手ごとに回数を限り、セッションも作らせない")
    void whoHasNotLoggedInIsLimited() throws Exception {
        assertThat(visit(false).getStatus()).isEqualTo(200);
        assertThat(visit(false).getStatus()).isEqualTo(200);

        var refused = visit(false);
        assertThat(refused.getStatus()).isEqualTo(429);
        assertThat(refused.getHeader("Retry-After")).isEqualTo("30");
        assertThat(refused.getContentType()).isEqualTo("application/problem+json");
    }

    @Test
    @DisplayName("ログインした人は、そこでは数えない")
    void whoHasLoggedInIsNot() throws Exception {
        for (int i = 0; i < 10; i++) {
            assertThat(visit(true).getStatus()).isEqualTo(200);
        }
    }

    private MockHttpServletResponse visit(boolean isLoggedIn) throws Exception {
        var request = new MockHttpServletRequest("GET", "/login");
        if (isLoggedIn) {
            request.setAttribute(LOGGED_IN, true);
        }
        var response = new MockHttpServletResponse();
        filter.doFilter(request, response, new MockFilterChain());
        return response;
    }
}
