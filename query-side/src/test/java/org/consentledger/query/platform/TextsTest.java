package org.consentledger.query.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.consentledger.query.platform.Malformed.Fault;
import org.consentledger.texts.Texts;
import org.junit.jupiter.api.Test;

class TextsTest {
    private static final Texts PROBLEMS = new Texts(Problems.class, "problems");

    @Test
    void hasEveryProblemInBothLanguagesAndNoOther() {
        List<String> keys = new ArrayList<>();
        for (var code : Code.values()) {
            keys.add(code + ".title");
            if (code != Code.MALFORMED) {
                keys.add(code + ".detail");
            }
        }
        for (var fault : Fault.values()) {
            keys.add("MALFORMED." + fault);
        }
        assertThat(PROBLEMS.keys(Locale.JAPANESE)).containsExactlyInAnyOrderElementsOf(keys);
        assertThat(PROBLEMS.keys(Locale.ENGLISH)).containsExactlyInAnyOrderElementsOf(keys);
    }
}
