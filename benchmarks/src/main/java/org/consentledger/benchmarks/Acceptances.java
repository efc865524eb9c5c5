package org.consentledger.benchmarks;

import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.consentledger.events.Actor;
import org.consentledger.events.Channel;
import org.consentledger.events.ContentDigest;
import org.consentledger.events.CustomerId;
import org.consentledger.events.Decision;
import org.consentledger.events.EditionNumber;
import org.consentledger.events.Evidence;
import org.consentledger.events.PurposeId;
import org.consentledger.events.TermsId;
import org.consentledger.events.agreement.EditionAccepted;
import org.consentledger.events.agreement.PurposeDecision;

/**
 * What one writer stores: acceptances of about 1 kB, either half of them the first of a customer and half of them the
 * second, or, but for the first few, all of customers whom the ledger knows.
 */
final class Acceptances {
    private static final TermsId TERMS = new TermsId("desknets-cloud");
    private static final ContentDigest DIGEST = ContentDigest.of("the terms");
    private static final Instant EXPRESSED_AT = Instant.parse("2026-01-01T00:00:00Z");
    private static final Evidence EVIDENCE = new Evidence(
            "2001:db8:85a3::8a2e:370:7334",
            "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36",
            "signed up at the counter; read the terms on the shop's tablet; asked about the recording of calls. "
                    .repeat(3));

    private static final int FEW = 10;

    private final String writer;
    private final boolean known;
    private long stored;

    private Acceptances(String writer, boolean known) {
        this.writer = writer;
        this.known = known;
    }

    /**
     * Every second one begins an agreement, the one after it continues that agreement.
     *
     * @param writer a name that no other writer has on the same database
     */
    static Acceptances halfOfNewCustomers(String writer) {
        return new Acceptances(writer, false);
    }

    /** The first ten begin an agreement each, and all others continue those by turns; the name as above. */
    static Acceptances ofKnownCustomers(String writer) {
        return new Acceptances(writer, true);
    }

    /** Stores one of them each time that it is run. */
    Runnable each(Consumer<DomainEventMessage<?>> append) {
        return () -> append.accept(next());
    }

    private DomainEventMessage<EditionAccepted> next() {
        long seq = known ? stored / FEW : stored % 2;
        var customer = new CustomerId(writer + "-" + (known ? stored % FEW : stored / 2));
        stored++;
        var accepted = new EditionAccepted(
                customer,
                TERMS,
                new EditionNumber(13),
                DIGEST,
                List.of(
                        new PurposeDecision(new PurposeId("newsletter"), Decision.GIVEN),
                        new PurposeDecision(new PurposeId("questionnaire"), Decision.REFUSED)),
                EXPRESSED_AT,
                Channel.STORE,
                Actor.self(),
                EVIDENCE,
                null);
        return new GenericDomainEventMessage<>("Agreement", "agreement:" + TERMS + ":" + customer, seq, accepted);
    }
}
