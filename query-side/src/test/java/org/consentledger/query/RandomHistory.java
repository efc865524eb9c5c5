package org.consentledger.query;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.consentledger.events.DatePrecision;
import org.consentledger.events.Decision;
import org.consentledger.events.agreement.AgreementAct;
import org.consentledger.events.customer.CustomerLeft;
import org.consentledger.events.terms.Change;
import org.consentledger.events.terms.TermsEvent;
import org.consentledger.standing.CustomerFact;

/** Facts about a few customers and terms, in an order in which they could have been learned; the same for each seed. */
public final class RandomHistory {
    static final Instant BEGIN = Instant.parse("2019-01-01T00:00:00Z");
    private static final int DAYS = 1500;
    private static final List<String> TERMS = List.of("alpha", "beta");
    private static final List<String> CUSTOMERS = List.of("c-1", "c-2", "c-3", "c-4", "C-4");

    private final RandomGenerator random;

    public RandomHistory(long seed) {
        random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    }

    public String terms() {
        return TERMS.get(random.nextInt(TERMS.size()));
    }

    public String customer() {
        return CUSTOMERS.get(random.nextInt(CUSTOMERS.size()));
    }

    public long upTo(long bound) {
        return random.nextLong(bound + 1);
    }

    /** Often just at the instants at which something changes. */
    public Instant instant() {
        var day = BEGIN.plus(Duration.ofDays(random.nextInt(DAYS)));
        return switch (random.nextInt(4)) {
            case 0 -> day.plus(Duration.ofHours(15));
            case 1 -> day.plus(Duration.ofHours(15)).minusNanos(1000);
            default -> day.plusSeconds(random.nextInt(86_400));
        };
    }

    /** The terms with their first editions. */
    public List<TermsEvent> beginning() {
        var facts = new ArrayList<TermsEvent>();
        for (var terms : TERMS) {
            facts.add(Facts.registered(terms));
            facts.add(Facts.published(terms, 1, "2019-01-01", Change.Procedure.INITIAL));
        }
        return facts;
    }

    /** What is published later, in order of numbers, what of it is withdrawn, and what customers do in between. */
    public List<Object> facts(int count) {
        var facts = new ArrayList<>();
        int edition = 1;
        for (int i = 0; i < count; i++) {
            if (edition < 9 && random.nextInt(count) < 10) {
                edition++;
                var procedure = random.nextBoolean() ? Change.Procedure.NOTICE : Change.Procedure.ACCEPTANCE;
                var day = "20" + (19 + edition / 4) + "-0" + (1 + edition % 4 * 2) + "-21";
                for (var terms : TERMS) {
                    if (random.nextBoolean()) {
                        facts.add(Facts.notice(terms, edition, instant().toString()));
                    }
                    facts.add(Facts.published(terms, edition, day, procedure));
                }
            } else if (edition > 1 && random.nextInt(count) < 3) {
                facts.add(Facts.withdrawn(terms(), 2 + random.nextInt(edition - 1)));
            } else {
                facts.add(agreement(1 + random.nextInt(edition)));
            }
        }
        return facts;
    }

    /** One of the records so far was entered by mistake; which ones were already does not matter. */
    public Object annulment(List<TrackedEventMessage<?>> ledger) {
        while (true) {
            var message = ledger.get(random.nextInt(ledger.size()));
            switch (message.getPayload()) {
                case AgreementAct act -> {
                    return Facts.annulled(
                            act.termsId().value(), act.customerId().value(), message.getIdentifier());
                }
                case CustomerLeft left -> {
                    var terms = left.termsId();
                    return Facts.departureAnnulled(
                            terms == null ? null : terms.value(),
                            left.customerId().value(),
                            message.getIdentifier());
                }
                default -> {}
            }
        }
    }

    private Object agreement(int edition) {
        var decision = random.nextBoolean() ? Decision.GIVEN : Decision.REFUSED;
        return switch (random.nextInt(8)) {
            case 4 -> Facts.left(random.nextBoolean() ? null : terms(), customer(), instant());
            case 5, 6 -> Facts.decided(terms(), customer(), "newsletter", outcome(), instant());
            case 0 -> Facts.refused(terms(), customer(), edition, instant());
            case 1 -> Facts.imported(terms(), customer(), edition, instant(), precision());
            case 2 -> Facts.accepted(terms(), customer(), edition, instant(), Map.of("newsletter", decision));
            default -> Facts.accepted(terms(), customer(), edition, instant(), Map.of());
        };
    }

    private CustomerFact.Outcome outcome() {
        var all = CustomerFact.Outcome.values();
        return all[random.nextInt(all.length)];
    }

    private DatePrecision precision() {
        var all = DatePrecision.values();
        return all[random.nextInt(all.length)];
    }
}
