package org.consentledger.ledger.testing;

import java.time.Instant;
import java.util.List;
import org.axonframework.eventhandling.DomainEventMessage;
import org.consentledger.events.Actor;
import org.consentledger.events.Channel;
import org.consentledger.events.ContentDigest;
import org.consentledger.events.CustomerId;
import org.consentledger.events.EditionNumber;
import org.consentledger.events.Evidence;
import org.consentledger.events.TermsId;
import org.consentledger.events.agreement.EditionAccepted;

/** Events with something that could name a person in every member that may hold it. */
public final class PersonalFacts {
    public static final CustomerId CUSTOMER = new CustomerId("c:7");
    public static final List<String> NAMES = List.of("山田 花子", "委任状", "電話", "192.0.2.1", "Mozilla/5.0", "確認済み");

    private PersonalFacts() {}

    public static EditionAccepted accepted(CustomerId customerId) {
        return new EditionAccepted(
                customerId,
                new TermsId("terms"),
                new EditionNumber(1),
                ContentDigest.of("text"),
                List.of(),
                Instant.EPOCH,
                Channel.PHONE,
                new Actor(Actor.Kind.STAFF, NAMES.get(0), NAMES.get(1), NAMES.get(2)),
                new Evidence(NAMES.get(3), NAMES.get(4), NAMES.get(5)),
                null);
    }

    /** As it is read where nothing is opened, and for ever once the customer is erased. */
    public static EditionAccepted closed(CustomerId customerId) {
        var open = accepted(customerId);
        return new EditionAccepted(
                customerId,
                open.termsId(),
                open.edition(),
                open.digest(),
                List.of(),
                open.expressedAt(),
                open.channel(),
                new Actor(Actor.Kind.STAFF, null, null, null),
                new Evidence(null, null, null),
                null);
    }

    /** The acceptance as an event of the customer's stream. */
    public static DomainEventMessage<Object> acceptance(CustomerId customerId, long seq) {
        return TestLedger.event("agreement:terms:" + customerId, seq, accepted(customerId));
    }
}
