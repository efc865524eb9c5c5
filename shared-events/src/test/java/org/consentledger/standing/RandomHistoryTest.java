package org.consentledger.standing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.consentledger.events.DatePrecision;
import org.consentledger.events.Decision;
import org.consentledger.events.terms.Change.Ground;
import org.consentledger.events.terms.Change.Procedure;
import org.consentledger.events.terms.PurposeOfUse;
import org.consentledger.events.terms.PurposeOfUse.Mode;
import org.consentledger.standing.CustomerFact.Outcome;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Any history, asked at any instant and as known at any size, gets the answer of a naive walk through it. */
class RandomHistoryTest {
    private static final Instant START = Instant.parse("2019-12-01T00:00:00Z");
    private static final int HOURS = 24 * 300;

    @Test
    void agreesWithANaiveWalk() {
        LongStream.range(0, 3_000).forEach(RandomHistoryTest::agrees);
    }

    @Test
    @Tag("campaign")
    void agreesWithANaiveWalkOverManyHistories() {
        LongStream.range(3_000, 100_000).forEach(RandomHistoryTest::agrees);
    }

    @Test
    void changesOnlyAtItsTurningPoints() {
        LongStream.range(0, 500).forEach(seed -> {
            var random = new SplittableRandom(seed);
            var ledger = history(random);
            var points = Standing.turningPoints(ledger.terms(), ledger.customer());
            for (int i = 0; i < 20; i++) {
                var at = instant(random);
                var lastTurn = points.floor(at);
                var before = lastTurn == null ? Instant.EPOCH : lastTurn;
                assertThat(ledger.standing(at.toString()))
                        .as("seed %d at %s", seed, at)
                        .isEqualTo(ledger.standing(before.toString()));
            }
        });
    }

    @Test
    @DisplayName("答えは、その拠り所の事実だけからも同じに出る")
    void canBeToldAgainFromWhatItRestsOn() {
        LongStream.range(0, 5_000).forEach(seed -> {
            var random = new SplittableRandom(seed);
            var ledger = history(random);
            var at = instant(random);
            var standing = ledger.standing(at.toString());
            var again = Standing.of(grounds(ledger.terms(), standing), grounds(ledger.customer(), standing), at);
            var what = "seed " + seed + " at " + at;
            assertThat(again.edition()).as(what).isEqualTo(standing.edition());
            assertThat(again.mode()).as(what).isEqualTo(standing.mode());
            assertThat(again.since()).as(what).isEqualTo(standing.since());
            assertThat(again.purposes()).as(what).isEqualTo(standing.purposes());
        });
    }

    /** The facts that an answer rests on, and the registration, without which there are no terms. */
    private static <F> List<Recorded<F>> grounds(List<Recorded<F>> facts, Standing standing) {
        return facts.stream()
                .filter(fact -> fact.fact() instanceof TermsFact.Registered
                        || standing.restsOn().stream()
                                .anyMatch(ground -> ground.eventId().equals(fact.eventId())))
                .toList();
    }

    private static void agrees(long seed) {
        var random = new SplittableRandom(seed);
        var ledger = history(random);
        for (int i = 0; i < 8; i++) {
            var at = random.nextInt(10) == 0 ? Instant.parse("2026-06-01T00:00:00Z") : instant(random);
            long n = random.nextInt(4) == 0 ? ledger.size() : 1 + random.nextLong(ledger.size());
            var terms = Recorded.amongFirst(n, ledger.terms());
            var customer = Recorded.amongFirst(n, ledger.customer());
            var naive = new NaiveStanding(terms, customer, at);
            var standing = Standing.of(terms, customer, at);
            var what = "seed " + seed + " at " + at + " known at position " + n;
            assertThat(standing.mode().name()).as(what).isEqualTo(naive.mode);
            assertThat(standing.since()).as(what).isEqualTo(naive.since);
            var edition = standing.edition();
            assertThat(edition == null ? 0 : edition.edition().value()).as(what).isEqualTo(naive.edition);
            Map<String, String> expected = new HashMap<>();
            if (edition != null) {
                edition.purposes().forEach(purpose -> {
                    expected.put(purpose.purposeId().value(), naive.state(purpose));
                    assertThat(Permission.of(terms, customer, purpose.purposeId(), at)
                                    .permitted())
                            .as(what)
                            .isEqualTo(naive.permits(purpose));
                });
            }
            assertThat(NaiveStanding.states(standing)).as(what).isEqualTo(expected);
            assertThat(standing.because().stream().anyMatch(Reason.UseSuspended.class::isInstance))
                    .as(what)
                    .isEqualTo(naive.suspended());
            assertThat(NaiveStanding.due(standing)).as(what).isEqualTo(naive.due());
            assertThat(standing.restsOn())
                    .as(what)
                    .allSatisfy(fact -> assertThat(fact.position()).isLessThan(n))
                    .isSortedAccordingTo((one, other) -> Long.compare(one.position(), other.position()));
        }
    }

    private static Ledger history(SplittableRandom random) {
        var ledger = new Ledger(random.nextBoolean(), random.nextInt(3) == 0 ? random.nextInt(20) : 0);
        var day = LocalDate.parse("2019-12-10");
        int editions = 1 + random.nextInt(5);
        int number = 1 + random.nextInt(3);
        var numbers = new ArrayList<Integer>();
        for (int i = 0; i < editions; i++) {
            var procedure =
                    i == 0 ? Procedure.INITIAL : random.nextInt(3) == 0 ? Procedure.ACCEPTANCE : Procedure.NOTICE;
            ledger.edition(
                    number,
                    day.toString(),
                    procedure,
                    random.nextInt(3) == 0 ? Ground.GENERAL_BENEFIT : Ground.REASONABLE,
                    purposes(random));
            numbers.add(number);
            number += 1 + random.nextInt(2);
            day = day.plusDays(20 + random.nextInt(60));
        }
        var records = new ArrayList<String>();
        int acts = random.nextInt(9);
        for (int i = 0; i < acts; i++) {
            act(random, ledger, numbers, records);
        }
        return ledger;
    }

    private static void act(SplittableRandom random, Ledger ledger, List<Integer> numbers, List<String> records) {
        int edition = numbers.get(random.nextInt(numbers.size()));
        var at = instant(random).toString();
        switch (random.nextInt(14)) {
            case 0 -> records.add(ledger.refuses(edition, at));
            case 1, 2 -> records.add(ledger.leaves(at));
            case 3, 4 -> records.add(ledger.decides("news", oneOf(List.of(Outcome.values()), random), at));
            case 5 -> {
                if (!records.isEmpty()) {
                    ledger.annuls(records.get(random.nextInt(records.size())));
                }
            }
            case 6 -> ledger.notice(edition, at);
            case 7 -> {
                if (random.nextInt(3) == 0) {
                    ledger.editionWithdrawn(edition);
                }
            }
            case 8 -> ledger.suspends("request-" + random.nextInt(2), at);
            case 9 -> ledger.lifts("request-" + random.nextInt(2), at);
            default -> {
                var precision =
                        random.nextInt(4) == 0 ? oneOf(List.of(DatePrecision.values()), random) : DatePrecision.INSTANT;
                Map<String, Decision> decisions = random.nextBoolean()
                        ? Map.of()
                        : Map.of("news", random.nextInt(3) == 0 ? Decision.REFUSED : Decision.GIVEN);
                records.add(ledger.accepts(edition, at, precision, decisions));
            }
        }
    }

    private static PurposeOfUse[] purposes(SplittableRandom random) {
        var purposes = new ArrayList<PurposeOfUse>();
        for (var purpose : List.of(
                Ledger.purpose("billing", Mode.WITH_TERMS),
                Ledger.purpose("news", Mode.VOLUNTARY),
                Ledger.withThirdParties(Ledger.purpose("partners", Mode.WITH_TERMS)),
                Ledger.purpose("law", Mode.REQUIRED_BY_LAW),
                Ledger.keptFor(Period.ofDays(30), Ledger.purpose("leaving", Mode.WITH_TERMS)))) {
            if (random.nextInt(4) != 0) {
                purposes.add(random.nextInt(4) == 0 ? Ledger.changed(purpose) : purpose);
            }
        }
        return purposes.toArray(PurposeOfUse[]::new);
    }

    private static <T> T oneOf(List<T> choices, SplittableRandom random) {
        return choices.get(random.nextInt(choices.size()));
    }

    /** On the full hour, and often at one of a few midnights in Tokyo, so that several things happen at one instant. */
    private static Instant instant(SplittableRandom random) {
        int hours = random.nextInt(3) == 0 ? 24 * 30 * random.nextInt(10) + 15 : random.nextInt(HOURS);
        return START.plusSeconds(3600L * hours);
    }
}
