package org.consentledger.ledger.statement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecordedAtTest {
    private static final DateTimeFormatter JAVA =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'", Locale.ROOT);
    private static final Instant FIRST = Instant.parse("0000-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59.999999Z");

    @Test
    void writesWhatAFormatterOfJavaWrites() {
        var random = new Random(20_260_401);
        for (int i = 0; i < 10_000; i++) {
            var time = Instant.ofEpochSecond(
                            random.nextLong(FIRST.getEpochSecond(), LAST.getEpochSecond() + 1),
                            random.nextInt(1_000_000_000))
                    .truncatedTo(ChronoUnit.MICROS);
            assertSame(time);
        }
        assertSame(FIRST);
        assertSame(LAST);
        assertSame(Instant.EPOCH);
    }

    private static void assertSame(Instant time) {
        var text = RecordedAt.format(time);
        assertThat(text).isEqualTo(JAVA.format(LocalDateTime.ofInstant(time, ZoneOffset.UTC)));
        assertThat(RecordedAt.parse(text)).isEqualTo(time);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "2026-04-01T03:00:00Z",
                "2026-04-01T03:00:00.5Z",
                "2026-04-01T03:00:00.5000000Z",
                "2026-04-01T03:00:00.500000z",
                "2026-04-01 03:00:00.500000Z",
                "2026-04-01T03:00:00,500000Z",
                "2026-02-29T03:00:00.500000Z",
                "2026-04-31T03:00:00.500000Z",
                "2026-13-01T03:00:00.500000Z",
                "2026-00-01T03:00:00.500000Z",
                "2026-04-01T24:00:00.000000Z",
                "2026-04-01T03:60:00.500000Z",
                "2026-04-01T03:00:60.500000Z",
                "-026-04-01T03:00:00.500000Z",
                "+026-04-01T03:00:00.500000Z",
                "2026-04-01T03:00:00.50000 Z",
                "２026-04-01T03:00:00.500000Z"
            })
    void takesNoOtherText(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> RecordedAt.parse(text));
    }
}
