package org.consentledger.query.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.sql.DataSource;
import org.consentledger.events.Decision;
import org.consentledger.events.EventTypes;
import org.consentledger.events.terms.Change;
import org.consentledger.ledger.note.NoteRejected;
import org.consentledger.ledger.note.VerifierKey;
import org.consentledger.query.AskedApplication;
import org.consentledger.query.Facts;
import org.consentledger.query.platform.Code;
import org.consentledger.query.platform.QuestionRejected;
import org.consentledger.query.replay.ReplayOnDatabase.Told;
import org.consentledger.standing.StatedFacts;
import org.consentledger.texts.Texts;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

class ReplayOnDatabaseTest {
    private static final String WHEN = "2020-12-01T00:00:00Z";
    private static final Instant AUGUST = Instant.parse("2019-08-01T00:00:00Z");
    private static final VerifierKey STRANGER =
            VerifierKey.parse("example.com/log/testdata+33d7b496+AeHTu4Q3hEIMHNqc6fASMsq3rKNx280NI+oO5xCFkkSx");

    @SuppressWarnings("NullAway.Init")
    private static AskedApplication application;

    private static long size;

    @BeforeAll
    static void given(@TempDir Path keys) {
        application = AskedApplication.start("--ledger.keys-directory=" + keys);
        application.record(
                Facts.registered("t"),
                Facts.published("t", 1, "2019-07-30", Change.Procedure.INITIAL),
                Facts.accepted("t", "c", 1, AUGUST, Map.of("newsletter", Decision.GIVEN)));
        size = application.record(Facts.published("t", 2, "2020-02-21", Change.Procedure.NOTICE));
        // Waits until the projection has come so far.
        assertThat(application
                        .get("/api/v1/customers/c/standing?termsId=t", "Ledger-Position", Long.toString(size - 1))
                        .statusCode())
                .isEqualTo(200);
    }

    @AfterAll
    static void stop() {
        application.close();
    }

    private static Told tell(Locale language) {
        return replay().tell("c", "t", WHEN, "position:" + size, language);
    }

    private static ReplayOnDatabase replay(VerifierKey... trusted) {
        return new ReplayOnDatabase(application.bean(DataSource.class), InstantSource.system(), List.of(trusted));
    }

    @Test
    @DisplayName("製品を動かさずに、各事実による変化と、投影の回答との一致を言葉で示す")
    void tellsWhatEachFactChangedAndThatTheProjectionAgrees() {
        var told = tell(Locale.ENGLISH);
        assertThat(told.holds()).isTrue();
        assertThat(told.lines())
                .contains("Replay from the ledger itself: customer c, terms t")
                .contains("    edition: 第1版 (edition 1), in force from 2019-07-30 00:00:00 (Asia/Tokyo)"
                        + " → 第2版 (edition 2), in force from 2020-02-21 00:00:00 (Asia/Tokyo)")
                .anyMatch(line -> line.matches("No\\. 2, recorded .*: the customer accepted an edition"))
                .anyMatch(line -> line.startsWith("    purpose newsletter: not stated → consented, by a"))
                .anyMatch(line -> line.startsWith("Verified: 4 events, each against its leaf"))
                .endsWith("The projection's answer agrees.");
        assertThat(tell(Locale.JAPANESE).lines())
                .contains("台帳そのものからの再計算：お客様 c、約款 t")
                .anyMatch(line -> line.contains("版への同意"))
                .endsWith("投影の回答と一致する。");
    }

    @Test
    void writesWhatClientsOfTheApiAreAnswered() {
        var answered = AskedApplication.json(application.post(
                "/api/v1/replays",
                "{\"customerId\":\"c\",\"termsId\":\"t\",\"at\":\"" + WHEN + "\",\"knownAt\":\"position:" + size
                        + "\"}"));
        assertThat(JsonMapper.shared().readTree(tell(Locale.JAPANESE).json())).isEqualTo(answered);
    }

    @Test
    @DisplayName("投影がなければ、一致とは言わず、そう言う")
    void doesNotSayThatItAgreesWhereThereIsNoProjection() {
        application.jdbc().sql("alter schema query rename to away").update();
        try {
            var told = tell(Locale.ENGLISH);
            assertThat(told.holds()).isTrue();
            assertThat(told.lines().getLast()).startsWith("No projection here has included these entries");
            assertThat(told.lines()).noneMatch(line -> line.contains("agrees"));
            assertThat(JsonMapper.shared().readTree(told.json()).path("agrees").isNull())
                    .isTrue();
        } finally {
            application.jdbc().sql("alter schema away rename to query").update();
        }
    }

    @Test
    void namesWhereTheProjectionSaysSomethingElse() {
        application.record(Facts.accepted("t", "other", 1, AUGUST, Map.of("newsletter", Decision.GIVEN)));
        application.get("/api/v1/customers/other/standing?termsId=t");
        application
                .jdbc()
                .sql("update " + application.table("standing", "standing_customer_fact")
                        + " set fact = replace(fact::text, 'GIVEN', 'REFUSED')::jsonb" + " where customer_id = 'other'")
                .update();

        var told = replay().tell("other", "t", WHEN, null, Locale.ENGLISH);

        assertThat(told.holds()).isFalse();
        assertThat(told.lines())
                .contains("The projection's answer DOES NOT AGREE. Ledger → projection:")
                .last()
                .asString()
                .contains("purpose newsletter: consented, ", " → refused, ");
    }

    @Test
    void believesNoCheckpointOfAStranger() {
        var replay = replay(STRANGER);
        assertThatThrownBy(() -> replay.tell("c", "t", null, null, Locale.ENGLISH))
                .isInstanceOf(NoteRejected.class);
    }

    @Test
    void rejectsWhatTheApiRejects() {
        assertThat(rejection("c", "unheard-of", null)).isEqualTo(Code.TERMS_UNKNOWN);
        assertThat(rejection("c", "t", "tomorrow")).isEqualTo(Code.MALFORMED);
        assertThat(rejection("c", "t", "2999-01-01T00:00:00Z")).isEqualTo(Code.TIME_IN_FUTURE);
        assertThat(rejection("a@b", "t", null)).isEqualTo(Code.MALFORMED);
    }

    private static Code rejection(String customer, String terms, @Nullable String at) {
        try {
            replay().tell(customer, terms, at, null, Locale.ENGLISH);
            throw new AssertionError("nothing was rejected");
        } catch (QuestionRejected rejected) {
            assertThat(rejected.told(Locale.ENGLISH)).isNotBlank();
            return rejected.code();
        }
    }

    @Test
    void hasTheSameWordsInBothLanguagesAndAWordForEveryFact() {
        var texts = new Texts(ReplayText.class, "replay");
        assertThat(texts.keys(Locale.JAPANESE)).isEqualTo(texts.keys(Locale.ENGLISH));
        EventTypes.all().forEach((name, type) -> {
            if (StatedFacts.mayState(type)) {
                assertThat(texts.keys(Locale.JAPANESE)).contains("event." + name);
            }
        });
    }
}
