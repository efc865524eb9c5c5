package org.consentledger.console.platform;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;

class HereTest {
    @ParameterizedTest
    @CsvSource({
        "/console/holds, /console/holds?lang=en",
        "/console/erasures?all, /console/erasures?all&lang=en",
        "/console/holds?customer=a%20b, /console/holds?customer=a%20b&lang=en",
        "/console/holds?lang=ja&customer=c, /console/holds?customer=c&lang=en",
        "/console/holds?customer=c&lang=ja, /console/holds?customer=c&lang=en",
        "/console/holds?lang=ja, /console/holds?lang=en"
    })
    @DisplayName("言語の切替えは、同じ画面の、同じ問いに導く")
    void leadsToTheSamePage(String here, String there) {
        assertThat(Here.in("en", here)).isEqualTo(there);
    }

    @Test
    @DisplayName("入力への答えの画面は、入力のあった画面に導く")
    void leadsToThePageOnWhichTheFormStood() {
        assertThat(Here.of(sent("/console/holds?customer=c"))).isEqualTo("/console/holds?customer=c");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "https://elsewhere.example/", "//elsewhere.example", "/console//elsewhere.example", "/login"
            })
    @DisplayName("よそへは導かない")
    void leadsNowhereElse(String said) {
        assertThat(Here.of(sent(said))).isEqualTo("/console/");
        assertThat(Here.of(new MockHttpServletRequest("POST", "/console/holds")))
                .isEqualTo("/console/");
    }

    private static MockHttpServletRequest sent(String here) {
        var request = new MockHttpServletRequest("POST", "/console/holds");
        request.setParameter(Here.FIELD, here);
        return request;
    }
}
