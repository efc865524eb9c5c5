package org.consentledger.ledger.statement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CanonicalJsonTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{ \"b\" : 1 , \"a\" : [ true , null ] } | {\"a\":[true,null],\"b\":1}",
                "{\"\\u00e4\":1,\"z\":2} | {\"z\":2,\"ä\":1}",
                "{\"\\ufb33\":1,\"\\ud83d\\ude00\":2} | {\"😀\":2,\"\ufb33\":1}",
                "[\"\\u0041\\/\\u000a\\u001f\\u20ac\\u007f\"] | [\"A/\\n\\u001f€\u007f\"]",
                "[9007199254740991,-9007199254740991,0] | [9007199254740991,-9007199254740991,0]",
                "[] | []",
            })
    void writesRfc8785(String json, String canonical) {
        assertThat(CanonicalJson.canonicalize(json.getBytes(StandardCharsets.UTF_8)))
                .asString(StandardCharsets.UTF_8)
                .isEqualTo(canonical);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "1",
                "\"a\"",
                "{",
                "[1",
                "[1]]",
                "[1] 2",
                "{}{}",
                "{\"a\":1,\"a\":1}",
                "{\"a\":1,\"\\u0061\":2}",
                "[{\"a\":{\"b\":1,\"b\":2}}]",
                "[9007199254740992]",
                "[-9007199254740992]",
                "[12345678901234567890]",
                "[-0]",
                "[01]",
                "[1.0]",
                "[0.1]",
                "[1e400]",
                "[1E2]",
                "[NaN]",
                "[\"\\ud800\"]",
                "[\"\\udc00\\ud800\"]",
                "{\"\\ud800\":1}",
                "[\"a\tb\"]",
                "['a']",
                "[1,]",
                "[/**/1]",
                "\ufeff[]",
            })
    void refusesWhatItWouldHaveToChange(String json) {
        assertThatThrownBy(() -> CanonicalJson.canonicalize(json.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(StatementRejected.class);
    }

    @Test
    void refusesBytesThatAreNotUtf8() {
        // A surrogate half in the bytes themselves, an overlong quote, a lone continuation byte.
        for (String latin1 : new String[] {"[\"\u00ed\u00a0\u0080\"]", "[\u00c0\u00a2]", "[\"\u0080\"]"}) {
            assertThatThrownBy(() -> CanonicalJson.canonicalize(latin1.getBytes(StandardCharsets.ISO_8859_1)))
                    .hasMessageContaining("not UTF-8");
        }
    }
}
