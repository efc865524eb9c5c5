package org.consentledger.standalone.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import java.util.stream.Stream;
import org.consentledger.verifier.Remark;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The console knows the verifier by its codes alone. */
class VerdictWordsTest {
    @ParameterizedTest
    @ValueSource(strings = {"ja", "en"})
    @DisplayName("検証で知っておくべきことは、どれも画面の言葉で言える")
    void everyRemarkHasWords(String language) throws IOException {
        var words = new Properties();
        var file = "/org/consentledger/console/console_" + language + ".properties";
        try (var text =
                new InputStreamReader(VerdictWordsTest.class.getResourceAsStream(file), StandardCharsets.UTF_8)) {
            words.load(text);
        }

        assertThat(words.stringPropertyNames())
                .containsAll(Stream.of(Remark.Code.values())
                        .map(code -> "remarked." + code)
                        .toList());
    }
}
