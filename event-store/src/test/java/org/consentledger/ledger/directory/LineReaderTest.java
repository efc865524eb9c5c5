package org.consentledger.ledger.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LineReaderTest {
    @Test
    void readsTheOneForm() {
        assertThat(CheckpointLine.parse(bytes("{\"note\":\"約款\"}\n")).note()).isEqualTo("約款");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"note\":\"a\"}",
                "{\"note\":\"a\"}\n\n",
                "{ \"note\":\"a\"}\n",
                "{\"note\":\"\\u0061\"}\n",
                "{\"note\":\"\\ud800\"}\n",
                "{\"note\":\"\\udc00a\"}\n",
                "{\"note\":\"a\",\"note\":\"a\"}\n",
                "{\"note\":\"a\",\"more\":1}\n",
                "{\"other\":\"a\"}\n",
                "{\"note\":1}\n",
                "[\"note\"]\n",
                "{\"note\":\"a\"\n",
                "\n",
                ""
            })
    void refusesEveryOtherForm(String line) {
        assertThatThrownBy(() -> CheckpointLine.parse(bytes(line))).isInstanceOf(LineRejected.class);
    }

    private static byte[] bytes(String line) {
        return line.getBytes(StandardCharsets.UTF_8);
    }
}
