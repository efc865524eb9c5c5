package org.consentledger.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HeaderTextTest {
    private static final Predicate<String> NAME =
            Pattern.compile("[\\p{IsAssigned}&&[^\\p{IsControl}]]*").asMatchPredicate();
    private static final Predicate<String> VALUE =
            Pattern.compile("[\\p{IsAssigned}&&[[^\\p{IsControl}]\\t]]*").asMatchPredicate();

    /** Also halves of surrogate pairs, which are code points of their own. */
    private static Stream<String> everyCharacter() {
        return IntStream.rangeClosed(0, Character.MAX_CODE_POINT).mapToObj(Character::toString);
    }

    @Test
    @DisplayName("どの文字でも、正規表現と同じに判断する")
    void takesWhatTheRegularExpressionsTake() {
        assertThat(everyCharacter().filter(text -> HeaderText.isName(text) != NAME.test(text)))
                .isEmpty();
        assertThat(everyCharacter().filter(text -> HeaderText.isValue(text) != VALUE.test(text)))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "Accept", "a\tb", "\t", "a\u0000", "問い合わせ\u0378", "\ud83d\ude00", "\ud83d", "a\ude00b\u007f"
            })
    void looksAtTheWholeText(String text) {
        assertThat(HeaderText.isName(text)).isEqualTo(NAME.test(text));
        assertThat(HeaderText.isValue(text)).isEqualTo(VALUE.test(text));
    }
}
