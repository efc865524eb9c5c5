package org.consentledger.console.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class EmbeddedScriptTest {
    private static final int MOST_BYTES = 15_000;
    private static final Pattern MARKUP = Pattern.compile(
            "innerHTML|outerHTML|insertAdjacentHTML|setHTML|document\\.write|DOMParser|createContextualFragment");
    private static final Pattern CODE_FROM_TEXT =
            Pattern.compile("\\beval\\(|\\bFunction\\(|\\bimport\\b|setTimeout\\('");

    @Test
    @DisplayName("埋め込み用のスクリプトは 15 kB に収まる")
    void isSmall() throws IOException {
        assertThat(script().getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(MOST_BYTES);
    }

    @Test
    @DisplayName("文字列からタグもプログラムも作らず、ほかのスクリプトも読み込まない")
    void makesNothingOfText() throws IOException {
        assertThat(script())
                .doesNotContainPattern(MARKUP)
                .doesNotContainPattern(CODE_FROM_TEXT)
                .doesNotContain("http:", "https:");
    }

    private static String script() throws IOException {
        try (var script = EmbeddedScriptTest.class.getResourceAsStream("/org/consentledger/console/embed/consent.js")) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
