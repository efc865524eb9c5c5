package org.consentledger.console.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimelineTest {
    private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");
    private static final Instant NOW = Instant.parse("2024-12-31T15:00:00Z");
    private static final List<Timeline.Edition> EDITIONS = List.of(
            new Timeline.Edition("第一版", LocalDate.of(2015, 1, 1)),
            new Timeline.Edition("第二版", LocalDate.of(2020, 1, 1)),
            new Timeline.Edition("第三版", LocalDate.of(2030, 1, 1)));

    @Test
    @DisplayName("版は施行日から次の施行日まで。まだ施行されていない版は描かない")
    void drawsEditionsFromDayToDay() {
        var timeline = Timeline.ofAll(EDITIONS, List.of(fact("2020-01-01T00:00:00Z", null)), TOKYO, NOW)
                .orElseThrow();

        assertThat(timeline.editions()).extracting(Timeline.Bar::label).containsExactly("第一版", "第二版");
        var first = timeline.editions().getFirst();
        assertThat(first.from()).isEqualTo(Scale.LEFT);
        assertThat(first.from() + first.width())
                .isEqualTo(timeline.editions().getLast().from());
        assertThat(timeline.ticks()).hasSizeLessThanOrEqualTo(8).isNotEmpty();
    }

    @Test
    @DisplayName("事実は、意思表示と記録の二つの時刻に描く")
    void drawsFactsAtBothTimes() {
        var timeline = Timeline.ofAll(EDITIONS, List.of(fact("2015-06-01T00:00:00Z", "01")), TOKYO, NOW)
                .orElseThrow();

        assertThat(timeline.expressed()).hasSize(1).allMatch(Timeline.Dot::annulled);
        var link = timeline.links().getFirst();
        assertThat(link.expressed())
                .isEqualTo(timeline.expressed().getFirst().at())
                .isLessThan(link.recorded());
        assertThat(link.recorded()).isEqualTo(timeline.recorded().getFirst().at());
    }

    @Test
    @DisplayName("重なる事実は数を添えた一つの点になり、点どうしは重ならない")
    void drawsNoDotOverAnother() {
        var facts = IntStream.range(0, 500)
                .mapToObj(i -> fact(NOW.minus(Duration.ofDays(3000 - i * 5L)).toString(), null))
                .toList();
        var dots = Timeline.ofAll(EDITIONS, facts, TOKYO, NOW).orElseThrow().expressed();

        assertThat(dots.stream().mapToLong(Timeline.Dot::count).sum()).isEqualTo(500);
        for (int i = 1; i < dots.size(); i++) {
            assertThat(dots.get(i).at() - dots.get(i - 1).at()).isGreaterThanOrEqualTo(Scale.APART);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "2024-05-01T03:00:00Z, 2024-05-02",
        "2023-11-05T03:00:00Z, 2023-12",
        "2022-11-05T03:00:00Z, 2023-01",
        "2017-06-01T00:00:00Z, 2018",
        "1990-06-01T00:00:00Z, 1995"
    })
    @DisplayName("一部だけの図はその事実の間だけを描き、目盛りは日、月、年のうち読める細かさになる")
    void drawsAPartNoWiderThanItsFacts(String first, String tick) {
        var part = Timeline.ofPart(
                        EDITIONS,
                        List.of(fact("2024-05-06T00:00:00Z", null, "2024-05-06T12:00:00Z"), fact(first, null, first)),
                        TOKYO)
                .orElseThrow();

        assertThat(part.recorded()).extracting(Timeline.Dot::at).containsExactly(Scale.LEFT, Scale.RIGHT);
        assertThat(part.ticks().getFirst().label()).isEqualTo(tick);
        assertThat(part.ticks()).hasSizeLessThanOrEqualTo(8);
    }

    @Test
    @DisplayName("何もなければ、何も描かない")
    void drawsNothingOfNothing() {
        assertThat(Timeline.ofAll(EDITIONS, List.of(), TOKYO, NOW)).isEmpty();
        assertThat(Timeline.ofAll(List.of(), List.of(fact("2025-01-01T00:00:00Z", null)), TOKYO, NOW))
                .isEmpty();
        assertThat(Timeline.ofPart(List.of(), List.of(fact("2024-06-01T00:00:00Z", null)), TOKYO))
                .isEmpty();
    }

    private static History.Fact fact(String expressedAt, @Nullable String annulledBy) {
        return fact(expressedAt, annulledBy, "2024-06-01T00:00:00Z");
    }

    private static History.Fact fact(String expressedAt, @Nullable String annulledBy, String recordedAt) {
        return new History.Fact(
                "EDITION_ACCEPTED",
                "00",
                0,
                1,
                null,
                null,
                Map.of(),
                Instant.parse(expressedAt),
                Instant.parse(recordedAt),
                "WEB",
                "signup",
                annulledBy);
    }
}
