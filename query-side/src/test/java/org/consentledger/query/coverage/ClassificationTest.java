package org.consentledger.query.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.consentledger.events.DatePrecision;
import org.consentledger.events.EditionNumber;
import org.consentledger.events.agreement.AgreementEvent;
import org.consentledger.events.customer.CustomerLeft;
import org.consentledger.events.terms.Change.Procedure;
import org.consentledger.events.terms.TermsEvent;
import org.consentledger.query.Facts;
import org.consentledger.query.platform.Leaf;
import org.consentledger.standing.CustomerFact;
import org.consentledger.standing.Recorded;
import org.consentledger.standing.Standing;
import org.consentledger.standing.TermsFact;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A customer's representative is covered as the customer is, whatever is published, announced or withdrawn later. */
class ClassificationTest {
    private static final Instant BEGIN = Instant.parse("2019-01-01T00:00:00Z");
    private static final int CASES = 1_000;
    private static final List<String> DAYS = List.of(
            "2018-06-01",
            "2019-02-01",
            "2019-02-01",
            "2019-05-01",
            "2019-08-01",
            "2020-02-01",
            "2020-09-01",
            "2021-04-01");

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void standsForTheCustomer(long seed) {
        var random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        for (int i = 0; i < CASES; i++) {
            new Case(random).check();
        }
    }

    /** Terms and a customer, learned in one order; the class is found somewhere in it, and asked about later. */
    private static final class Case {
        private final RandomGenerator random;
        private final List<Recorded<TermsFact>> terms = new ArrayList<>();
        private final List<Recorded<CustomerFact>> customer = new ArrayList<>();
        private final List<CountedFact> counted = new ArrayList<>();
        private final Set<Integer> published = new HashSet<>();
        private long position;
        private Instant recordedAt = BEGIN;

        Case(RandomGenerator random) {
            this.random = random;
        }

        void check() {
            learn(Facts.registered("t"));
            publishSome(DAYS.size() - 3);
            int facts = 1 + random.nextInt(6);
            for (int i = 0; i < facts; i++) {
                recordedAt = recordedAt.plus(Duration.ofHours(random.nextInt(24 * 150)));
                act();
                if (random.nextInt(3) == 0) {
                    publishSome(2);
                }
            }
            var representative = new Classification(new EditionsKnown(terms), recordedAt).of(counted);
            assertThat(Representative.parse(representative.text())).isEqualTo(representative);
            for (int i = 0; i < 4; i++) {
                compare(representative, recordedAt.plus(Duration.ofHours(random.nextInt(24 * 300))));
            }
            learnLater(representative);
            for (int i = 0; i < 4; i++) {
                compare(representative, recordedAt.plus(Duration.ofHours(random.nextInt(24 * 300))));
            }
        }

        /** What happens without finding classes anew: editions of days to come, notices, and what overrode nothing withdrawn. */
        private void learnLater(Representative representative) {
            var now = recordedAt;
            recordedAt = recordedAt.plusSeconds(1);
            for (int number = 1; number <= DAYS.size(); number++) {
                if (random.nextInt(3) == 0) {
                    learn(Facts.notice("t", number, "2018-01-01T00:00:00Z"));
                }
                var edition = new EditionNumber(number);
                boolean toCome =
                        Instant.parse(DAYS.get(number - 1) + "T00:00:00Z").isAfter(now.plus(Duration.ofDays(1)));
                if (!published.contains(number) && toCome && random.nextBoolean()) {
                    publish(number);
                }
                if (published.contains(number) && !representative.accepted(edition) && random.nextInt(4) == 0) {
                    learn(Facts.withdrawn("t", number));
                }
            }
        }

        private void compare(Representative representative, Instant at) {
            var naive = Standing.of(terms, customer, at);
            var judged = representative.standing(terms, at);
            for (int number = 1; number <= DAYS.size(); number++) {
                var edition = new EditionNumber(number);
                assertThat(CoverageState.of(judged, edition))
                        .as("edition %s at %s%n%s%n%s%n%s", edition, at, terms, customer, representative)
                        .isEqualTo(CoverageState.of(naive, edition));
            }
        }

        private void publishSome(int most) {
            for (int i = 0; i < most; i++) {
                int number = 1 + random.nextInt(DAYS.size());
                if (!published.contains(number)) {
                    publish(number);
                }
            }
        }

        private void publish(int number) {
            published.add(number);
            var procedures = Procedure.values();
            var procedure = procedures[random.nextInt(procedures.length)];
            learn(Facts.published("t", number, DAYS.get(number - 1), procedure));
            if (random.nextBoolean()) {
                learn(Facts.notice("t", number, "2018-01-01T00:00:00Z"));
            }
        }

        private void act() {
            var at = expressedAt();
            int number = 1 + random.nextInt(DAYS.size());
            switch (random.nextInt(6)) {
                case 0 -> learn(Facts.refused("t", "c", number, at));
                case 1 -> learn(Facts.imported("t", "c", number, at, precision()));
                case 2 -> learn(Facts.left(null, "c", at));
                default -> learn(Facts.accepted("t", "c", number, at, Map.of()));
            }
        }

        /** Often at the first instant of an effective day, or just when something else happened. */
        private Instant expressedAt() {
            var at = switch (random.nextInt(4)) {
                case 0 ->
                    Instant.parse(DAYS.get(random.nextInt(DAYS.size())) + "T00:00:00Z")
                            .minus(Duration.ofHours(9));
                case 1 ->
                    counted.isEmpty()
                            ? recordedAt
                            : counted.getLast().expressed().at();
                case 2 -> recordedAt;
                default -> recordedAt.minus(Duration.ofHours(random.nextInt(24 * 200)));
            };
            return at.isAfter(recordedAt) ? recordedAt : at;
        }

        private DatePrecision precision() {
            var all = DatePrecision.values();
            return all[random.nextInt(all.length)];
        }

        private void learn(Object event) {
            var leaf = new Leaf("event-" + position, position++, recordedAt);
            switch (event) {
                case TermsEvent about -> TermsFact.of(about).ifPresent(fact -> terms.add(recorded(leaf, fact)));
                case AgreementEvent about -> learnOf(CustomerFact.of(about), leaf);
                case CustomerLeft left -> CustomerFact.of(left).ifPresent(fact -> learnOf(fact, leaf));
                default -> throw new IllegalArgumentException(event.toString());
            }
        }

        private void learnOf(CustomerFact fact, Leaf leaf) {
            customer.add(recorded(leaf, fact));
            CountedFact.of(fact, leaf).ifPresent(counted::add);
        }

        private static <F> Recorded<F> recorded(Leaf leaf, F fact) {
            return new Recorded<>(leaf.eventId(), leaf.position(), leaf.recordedAt(), fact);
        }
    }
}
