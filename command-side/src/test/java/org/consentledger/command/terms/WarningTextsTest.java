package org.consentledger.command.terms;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WarningTextsTest {
    @ParameterizedTest
    @ValueSource(strings = {"ja", "en"})
    void hasATextForEachWarningAndNoOther(String language) {
        var bundle =
                ResourceBundle.getBundle("org.consentledger.command.terms.warnings", Locale.forLanguageTag(language));
        var codes = Arrays.stream(Warning.Code.values()).map(Enum::name).toList();
        assertThat(bundle.getLocale()).isEqualTo(Locale.forLanguageTag(language));
        assertThat(Set.copyOf(bundle.keySet())).containsExactlyInAnyOrderElementsOf(codes);
    }
}
