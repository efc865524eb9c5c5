package org.consentledger.standing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class DecisionTableTest {
    private static final Path DOCUMENT = Path.of("..", "docs", "DECISION_TABLE.md");

    @Test
    @DisplayName("決定表は、答えを出すプログラムそのものが書いたとおりである")
    void isWhatTheCodeAnswers() throws IOException {
        var generated = DecisionTable.text();
        var written = Path.of("target", "DECISION_TABLE.md");
        Files.writeString(written, generated);
        assertThat(Files.exists(DOCUMENT) ? Files.readString(DOCUMENT) : "")
                .as("what the code answers now stands in shared-events/" + written)
                .isEqualTo(generated);
    }
}
