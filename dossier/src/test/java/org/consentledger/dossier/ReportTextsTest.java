package org.consentledger.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.consentledger.events.Actor;
import org.consentledger.events.Channel;
import org.consentledger.events.DatePrecision;
import org.consentledger.events.Decision;
import org.consentledger.events.EventTypes;
import org.consentledger.events.Source;
import org.consentledger.events.terms.Change;
import org.consentledger.events.terms.Policies;
import org.consentledger.standing.Standing.Mode;
import org.consentledger.standing.Standing.PurposeState;
import org.consentledger.texts.Texts;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/** Whatever a report may have to tell, there are words for it in both languages. */
class ReportTextsTest {
    private static final Texts TEXTS = new Texts(Report.class, "report");

    @Test
    @DisplayName("二つの言語に、同じ項目がある")
    void hasTheSameTextsInBothLanguages() {
        assertThat(TEXTS.keys(Locale.JAPANESE)).containsExactlyInAnyOrderElementsOf(TEXTS.keys(Locale.ENGLISH));
        var modes = Stream.of(Mode.values()).map(mode -> "answer." + mode);
        var states = Stream.of(PurposeState.values())
                .filter(state -> state != PurposeState.CONSENTED)
                .map(state -> "state." + state);
        var events = EventTypes.all().keySet().stream()
                .filter(StatedEvents::mayState)
                .map(name -> "event." + name);
        assertThat(TEXTS.keys(Locale.JAPANESE))
                .containsAll(
                        Stream.of(modes, states, events).flatMap(keys -> keys).toList());
    }

    @Test
    @DisplayName("事実の項目は、すべて言葉で述べられる")
    void tellsEveryParticularOfEveryFactInWords() {
        var particulars = new Particulars(new Words(Locale.JAPANESE, ZoneOffset.UTC));
        EventTypes.all().keySet().stream()
                .filter(StatedEvents::mayState)
                .forEach(name -> assertThat(particulars.of(example(name), MissingNode.getInstance()))
                        .as(name)
                        .allSatisfy((what, value) -> {
                            assertThat(what).matches("URL|.*\\P{ASCII}.*");
                            assertThat(value).doesNotMatch("[A-Z_]+|true|false");
                        }));
    }

    private static JsonNode example(String storedName) {
        var path = "/contract/" + storedName.replace('.', '/') + ".1.json";
        try (var file = EventTypes.class.getResourceAsStream(path)) {
            return JsonMapper.shared()
                    .readTree(Objects.requireNonNull(file, path).readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @DisplayName("列挙の値は、すべて言葉で述べられる")
    @MethodSource("enumerations")
    void tellsEveryValueInWords(String path, Enum<?>[] values) {
        assertThat(TEXTS.keys(Locale.JAPANESE))
                .containsAll(Stream.of(values)
                        .map(value -> "field." + path + "." + value)
                        .toList());
    }

    static Stream<Arguments> enumerations() {
        return Stream.of(
                Arguments.of("channel", Channel.values()),
                Arguments.of("actor.kind", Actor.Kind.values()),
                Arguments.of("source.kind", Source.Kind.values()),
                Arguments.of("source.datePrecision", DatePrecision.values()),
                Arguments.of("decisions.decision", Decision.values()),
                Arguments.of("policies.superseded", Policies.Superseded.values()),
                Arguments.of("content.change.procedure", Change.Procedure.values()),
                Arguments.of("content.change.ground", Change.Ground.values()),
                Arguments.of("content.change.regime", Change.Regime.values()));
    }
}
