package org.consentledger.console.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

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
        var timeline = Timeline.of(EDITIONS, List.of(fact("2020-01-01T00:00:00Z", null)), TOKYO, NOW)
                .orElseThrow();

        assertThat(timeline.editions()).extracting(Timeline.Bar::label).containsExactly("第一版", "第二版");
        var first = timeline.editions().getFirst();
        assertThat(first.from()).isEqualTo(120);
        assertThat(first.from() + first.width())
                .isEqualTo(timeline.editions().getLast().from());
        assertThat(timeline.years()).hasSizeLessThanOrEqualTo(8).isNotEmpty();
    }

    @Test
    @DisplayName("事実は、意思表示と記録の二つの時刻に描く")
    void drawsFactsAtBothTimes() {
        var fact = Timeline.of(EDITIONS, List.of(fact("2015-06-01T00:00:00Z", "01")), TOKYO, NOW)
                .orElseThrow()
                .facts()
                .getFirst();

        assertThat(fact.expressed()).isNotNull().isLessThan(fact.recorded());
        assertThat(fact.annulled()).isTrue();
    }

    @Test
    @DisplayName("何もなければ、何も描かない")
    void drawsNothingOfNothing() {
        assertThat(Timeline.of(EDITIONS, List.of(), TOKYO, NOW)).isEmpty();
        assertThat(Timeline.of(List.of(), List.of(fact("2025-01-01T00:00:00Z", null)), TOKYO, NOW))
                .isEmpty();
    }

    private static History.Fact fact(String expressedAt, @Nullable String annulledBy) {
        return new History.Fact(
                "EDITION_ACCEPTED",
                "00",
                0,
                1,
                null,
                null,
                Map.of(),
                Instant.parse(expressedAt),
                Instant.parse("2024-06-01T00:00:00Z"),
                "WEB",
                "signup",
                annulledBy);
    }
}
