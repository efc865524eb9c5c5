package org.consentledger.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.consentledger.standing.Reason;
import org.consentledger.standing.RecordedAs;
import org.consentledger.standing.Standing.PurposeState;
import org.consentledger.texts.Texts;
import org.junit.jupiter.api.Test;

class BecauseTest {
    private static final Texts TEXTS = new Texts(Because.class, "because");

    @Test
    void hasATextForEveryKindOfReasonInBothLanguages() {
        var kinds = Stream.of(Reason.class.getPermittedSubclasses())
                .map(kind -> Pattern.compile("(?<=[a-z])(?=[A-Z])")
                        .matcher(kind.getSimpleName())
                        .replaceAll("_")
                        .toUpperCase(Locale.ROOT))
                .filter(kind -> !kind.equals("PURPOSE_STANDS"))
                .toList();
        var states = Stream.of(PurposeState.values()).map(state -> "PURPOSE_" + state);
        var marks = Stream.of(RecordedAs.values()).map(mark -> "recordedAs." + mark);
        var keys = Stream.of(kinds.stream(), states, marks, Stream.of("edition", "day", "moment", "comma", "record"))
                .flatMap(some -> some)
                .toList();
        assertThat(TEXTS.keys(Locale.JAPANESE)).containsExactlyInAnyOrderElementsOf(keys);
        assertThat(TEXTS.keys(Locale.ENGLISH)).containsExactlyInAnyOrderElementsOf(keys);
    }
}
