package org.consentledger.command.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Stream;
import org.consentledger.command.platform.Malformed.Fault;
import org.consentledger.command.platform.StateConflict.Why;
import org.consentledger.texts.Texts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TextsTest {
    private static final Texts PROBLEMS = new Texts(ProblemTexts.class, "problems");

    @Test
    void speaksOfTheSameThingsInBothLanguages() {
        assertThat(PROBLEMS.keys(Locale.JAPANESE)).isEqualTo(PROBLEMS.keys(Locale.ENGLISH));
    }

    @ParameterizedTest
    @EnumSource(Code.class)
    void hasATextForEachCode(Code code) {
        assertThat(PROBLEMS.keys(Locale.JAPANESE)).contains(code + ".title");
        if (code != Code.MALFORMED && code != Code.STATE_CONFLICT) {
            assertThat(PROBLEMS.keys(Locale.JAPANESE)).contains(code + ".detail");
        }
    }

    @ParameterizedTest
    @EnumSource(Fault.class)
    void hasATextForEachFault(Fault fault) {
        assertThat(PROBLEMS.keys(Locale.JAPANESE)).contains("MALFORMED." + fault);
    }

    @ParameterizedTest
    @EnumSource(Why.class)
    void hasATextForEachConflict(Why why) {
        assertThat(PROBLEMS.keys(Locale.JAPANESE)).contains("STATE_CONFLICT." + why);
    }

    @Test
    void hasNoTextThatNobodySays() {
        var used = Stream.of(
                        Arrays.stream(Code.values()).flatMap(code -> Stream.of(code + ".title", code + ".detail")),
                        Arrays.stream(Fault.values()).map(fault -> "MALFORMED." + fault),
                        Arrays.stream(Why.values()).map(why -> "STATE_CONFLICT." + why))
                .flatMap(keys -> keys)
                .toList();
        assertThat(PROBLEMS.keys(Locale.JAPANESE).stream().filter(key -> !key.startsWith("expected.")))
                .allMatch(used::contains);
    }
}
