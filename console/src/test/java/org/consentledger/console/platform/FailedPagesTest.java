package org.consentledger.console.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class FailedPagesTest {
    private final MockHttpServletResponse response = new MockHttpServletResponse();

    @Test
    @DisplayName("画面を作る途中の障害は、途中までの画面でも JSON でもなく、障害を告げる画面になる")
    void tellsOfTheFailure() throws Exception {
        show((_, there) -> {
            there.getWriter().write("half a page about a customer");
            throw new ServletException(new IllegalStateException("secret"));
        });

        assertThat(response.getStatus()).isEqualTo(500);
        assertThat(response.getContentType()).startsWith("text/html");
        assertThat(response.getContentAsString())
                .contains("表示できません", "This page could not be made")
                .doesNotContain("half a page", "secret", "IllegalState");
    }

    @ParameterizedTest
    @CsvSource({"400, cannot be read", "413, too large"})
    @DisplayName("読めない入力や大きすぎるファイルは、障害ではなく、そうと告げる画面になる")
    void declinesWhatCannotBeRead(int code, String told) throws Exception {
        show((_, _) -> {
            throw new InvalidParameterException(new IllegalStateException("secret"), code);
        });

        assertThat(response.getStatus()).isEqualTo(code);
        assertThat(response.getContentAsString())
                .contains(told, "Nothing was recorded")
                .doesNotContain("secret");
    }

    @Test
    @DisplayName("送り始めたファイルの途中の障害は、接続を断つ")
    void breaksOffWhatWasSent() {
        assertThatThrownBy(() -> show((_, there) -> {
                    there.flushBuffer();
                    throw new IllegalStateException("the other side went away");
                }))
                .isInstanceOf(IllegalStateException.class);
    }

    private void show(FilterChain page) throws Exception {
        new FailedPages().doFilter(new MockHttpServletRequest("GET", "/console/support"), response, page);
    }
}
