package org.consentledger.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.security.web.firewall.RequestRejectedException;

class RequestFirewallTest {
    private static final String HEADER = "Access-Reason";

    @Test
    @DisplayName("ヘッダーの日本語は UTF-8 のバイトのまま通る")
    void takesUtf8() {
        var bytes = asTheServerReads("問い合わせ 12");

        assertThat(header(bytes)).isEqualTo(bytes);
        assertThat(header("CASE-1\tx")).isEqualTo("CASE-1\tx");
    }

    @ParameterizedTest
    @DisplayName("制御文字と、UTF-8 でないバイト列は通らない")
    @ValueSource(strings = {"a\u0000b", "a\rb", "a\u007f", "\u0085", "\u00e5\u0095", "\u00c2\u0085", "\u00c0\u0080"})
    void refusesControls(String value) {
        assertThatThrownBy(() -> header(value)).isInstanceOf(RequestRejectedException.class);
    }

    private static String asTheServerReads(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    }

    private static String header(String value) {
        var request = new MockHttpServletRequest("GET", "/");
        request.setRequestURI("/");
        request.addHeader(HEADER, value);
        return new RequestFirewall().getFirewalledRequest(request).getHeader(HEADER);
    }
}
