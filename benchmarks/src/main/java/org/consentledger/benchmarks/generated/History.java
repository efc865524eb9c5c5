package org.consentledger.benchmarks.generated;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.consentledger.events.AboutCustomer;
import org.consentledger.events.CustomerId;
import org.consentledger.events.Decision;
import org.consentledger.events.EditionNumber;
import org.consentledger.events.agreement.ConsentGiven;
import org.consentledger.events.agreement.ConsentRefused;
import org.consentledger.events.agreement.ConsentWithdrawn;
import org.consentledger.events.agreement.EditionAccepted;
import org.consentledger.events.agreement.EditionRefused;
import org.consentledger.events.agreement.PurposeDecision;
import org.consentledger.events.agreement.RecordAnnulled;
import org.consentledger.events.customer.CustomerLeft;

/**
 * What one customer did. He accepts the edition in force when he signs up; later he accepts or refuses the 14th once it is
 * published, or changes his mind about the voluntary purpose; now and then a consent was entered by mistake, and some leave.
 */
final class History {
    private static final Instant END = Instant.parse("2026-06-30T15:00:00Z");
    private static final long SECONDS =
            Duration.between(GeneratedTerms.OPENED, END).toSeconds();
    private static final double NOT_SIGNED_UP_AT_THE_VERY_END = 0.9;
    private static final double DECIDES_AT_SIGN_UP = 0.6;
    private static final double ANSWERS = 0.75;
    private static final double ACCEPTS = 0.88;
    private static final double LEAVES = 0.1;
    private static final double BY_MISTAKE = 0.02;
    private static final double CONSENTS_WHEN_ASKED = 0.8;

    private final GeneratedTerms terms;
    private final CustomerId customerId;
    private final RandomGenerator random;
    private final List<Instant> times;
    private final List<AboutCustomer> events = new ArrayList<>();
    private final EventIds ids;
    private EditionNumber accepted;
    private boolean refused;
    private boolean left;

    private History(DataSet set, GeneratedTerms terms, int customer, int facts) {
        this.terms = terms;
        this.customerId = new CustomerId(DataSet.customerId(customer));
        this.random = set.random(customer);
        this.times = times(random, facts);
        this.ids = new EventIds(set.seed(), customer);
        this.accepted = GeneratedTerms.inForce(times.getFirst());
    }

    static History of(DataSet set, GeneratedTerms terms, int customer, int facts) {
        var history = new History(set, terms, customer, facts);
        for (int i = 0; i < facts; i++) {
            history.events.add(history.fact(i));
        }
        return history;
    }

    /** When the customer acts: whole seconds, each later than the one before. */
    static List<Instant> times(DataSet set, int customer, int facts) {
        return times(set.random(customer), facts);
    }

    private static List<Instant> times(RandomGenerator random, int facts) {
        long signUp = random.nextLong((long) (SECONDS * NOT_SIGNED_UP_AT_THE_VERY_END));
        long[] later = random.longs(facts - 1L, signUp, SECONDS).sorted().toArray();
        var times = new ArrayList<Instant>(facts);
        long last = signUp;
        times.add(GeneratedTerms.OPENED.plusSeconds(last));
        for (long second : later) {
            last = Math.max(second, last + 1);
            times.add(GeneratedTerms.OPENED.plusSeconds(last));
        }
        return times;
    }

    /** The oldest first. */
    List<AboutCustomer> events() {
        return events;
    }

    /** The id of the record of that number. */
    UUID eventId(int number) {
        return ids.of(times.get(number), number);
    }

    /** Where the customer is with the last edition in the end, as whoever told the story knows. */
    Outcome outcome() {
        boolean acceptedLast = accepted.equals(GeneratedTerms.LAST);
        if (left) {
            return acceptedLast ? Outcome.ENDED : Outcome.NOTHING;
        }
        return acceptedLast ? Outcome.ACCEPTED : refused ? Outcome.REFUSED : Outcome.TO_ACCEPT;
    }

    private AboutCustomer fact(int number) {
        var at = times.get(number);
        boolean asked = !at.isBefore(GeneratedTerms.LAST_PUBLISHED) && !accepted.equals(GeneratedTerms.LAST);
        if (number == 0) {
            return accept(at, random.nextDouble() < DECIDES_AT_SIGN_UP);
        }
        if (asked && !refused && random.nextDouble() < ANSWERS) {
            return answer(at);
        }
        if (number == times.size() - 1 && at.isAfter(GeneratedTerms.LAST_IN_FORCE) && random.nextDouble() < LEAVES) {
            left = true;
            return leave(at);
        }
        return events.getLast() instanceof ConsentGiven && random.nextDouble() < BY_MISTAKE
                ? new RecordAnnulled(
                        customerId,
                        GeneratedTerms.TERMS,
                        eventId(number - 1).toString(),
                        "entered for another customer")
                : decide(at);
    }

    private AboutCustomer answer(Instant at) {
        if (random.nextDouble() < ACCEPTS) {
            accepted = GeneratedTerms.LAST;
            return accept(at, false);
        }
        refused = true;
        return refuse(at);
    }

    private EditionAccepted accept(Instant at, boolean decides) {
        var way = WayOfActing.random(random);
        var decision = random.nextDouble() < CONSENTS_WHEN_ASKED ? Decision.GIVEN : Decision.REFUSED;
        return new EditionAccepted(
                customerId,
                GeneratedTerms.TERMS,
                accepted,
                terms.digest(accepted),
                decides ? List.of(new PurposeDecision(GeneratedTerms.VOLUNTARY, decision)) : List.of(),
                at,
                way.channel(),
                way.actor(),
                way.evidence(),
                null);
    }

    private EditionRefused refuse(Instant at) {
        var way = WayOfActing.random(random);
        return new EditionRefused(
                customerId,
                GeneratedTerms.TERMS,
                GeneratedTerms.LAST,
                terms.digest(GeneratedTerms.LAST),
                at,
                way.channel(),
                way.actor(),
                way.evidence(),
                null);
    }

    private CustomerLeft leave(Instant at) {
        var way = WayOfActing.random(random);
        return new CustomerLeft(customerId, GeneratedTerms.TERMS, at, way.channel(), way.actor(), way.evidence(), null);
    }

    /** Takes a consent back that was given just before, and else gives or refuses one. */
    private AboutCustomer decide(Instant at) {
        var way = WayOfActing.random(random);
        if (events.getLast() instanceof ConsentGiven) {
            return new ConsentWithdrawn(
                    customerId,
                    GeneratedTerms.TERMS,
                    GeneratedTerms.VOLUNTARY,
                    at,
                    way.channel(),
                    way.actor(),
                    way.evidence(),
                    null);
        }
        return random.nextDouble() < CONSENTS_WHEN_ASKED
                ? new ConsentGiven(
                        customerId,
                        GeneratedTerms.TERMS,
                        GeneratedTerms.VOLUNTARY,
                        at,
                        way.channel(),
                        way.actor(),
                        way.evidence(),
                        null)
                : new ConsentRefused(
                        customerId,
                        GeneratedTerms.TERMS,
                        GeneratedTerms.VOLUNTARY,
                        at,
                        way.channel(),
                        way.actor(),
                        way.evidence(),
                        null);
    }
}
