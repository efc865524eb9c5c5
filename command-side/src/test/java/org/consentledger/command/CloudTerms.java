package org.consentledger.command;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.axonframework.messaging.MetaData;
import org.consentledger.events.AggregateIds;
import org.consentledger.events.ContentDigest;
import org.consentledger.events.CustomerId;
import org.consentledger.events.EditionNumber;
import org.consentledger.events.PurposeId;
import org.consentledger.events.TermsId;
import org.consentledger.events.agreement.AgreementEvent;
import org.consentledger.events.customer.CustomerEvent;
import org.consentledger.events.request.RequestEvent;
import org.consentledger.events.terms.Change;
import org.consentledger.events.terms.EditionContent;
import org.consentledger.events.terms.EditionDrafted;
import org.consentledger.events.terms.EditionPublished;
import org.consentledger.events.terms.Policies;
import org.consentledger.events.terms.PurposeOfUse;
import org.consentledger.events.terms.PurposeOfUse.Mode;
import org.consentledger.events.terms.TermsEvent;
import org.consentledger.events.terms.TermsRegistered;
import org.consentledger.events.thirdparty.ThirdPartyEvent;

/**
 * Terms in a ledger in memory, beside the aggregate that a test is about. Edition 1 is published at 10:00, edition 2, in
 * force for years, at 12:00, edition 3, in force next year, too; edition 4 is a draft. It is 18:00 now.
 */
public final class CloudTerms {
    public static final TermsId TERMS = new TermsId("cloud");
    public static final CustomerId CUSTOMER = new CustomerId("c-1");
    public static final EditionNumber ONE = new EditionNumber(1);
    public static final EditionNumber TWO = new EditionNumber(2);
    public static final EditionNumber THREE = new EditionNumber(3);
    public static final EditionNumber FOUR = new EditionNumber(4);
    public static final Instant FIRST_PUBLICATION = Instant.parse("2026-06-01T10:00:00Z");
    public static final Instant SECOND_PUBLICATION = Instant.parse("2026-06-01T12:00:00Z");
    public static final Instant NOW = Instant.parse("2026-06-01T18:00:00Z");
    public static final PurposeId NEWSLETTER = new PurposeId("newsletter");

    private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");

    private final EmbeddedEventStore ledger = EmbeddedEventStore.builder()
            .storageEngine(new InMemoryEventStorageEngine())
            .build();
    private int recorded;

    public EventStore ledger() {
        return ledger;
    }

    public void register(Policies policies) {
        record(new TermsRegistered(TERMS, "約款", "提供者", TOKYO, "ja", policies), FIRST_PUBLICATION.minusSeconds(60));
        publish(ONE, LocalDate.of(2019, 7, 30), FIRST_PUBLICATION);
        publish(TWO, LocalDate.of(2020, 2, 21), SECOND_PUBLICATION);
        publish(THREE, LocalDate.of(2027, 1, 1), SECOND_PUBLICATION);
        record(new EditionDrafted(TERMS, FOUR, content(FOUR, LocalDate.of(2027, 6, 1))), SECOND_PUBLICATION);
    }

    public void publish(EditionNumber edition, LocalDate effectiveOn, Instant recordedAt) {
        var effectiveFrom = effectiveOn.atStartOfDay(TOKYO).toInstant();
        record(
                new EditionPublished(TERMS, edition, digest(edition), effectiveFrom, content(edition, effectiveOn)),
                recordedAt);
    }

    /** Puts an event into its own stream, and says under which id. */
    public String record(Object event, Instant recordedAt) {
        var stream = switch (event) {
            case TermsEvent terms -> AggregateIds.terms(terms.termsId());
            case AgreementEvent agreement -> AggregateIds.agreement(agreement.termsId(), agreement.customerId());
            case CustomerEvent customer -> AggregateIds.customer(customer.customerId());
            case ThirdPartyEvent provision -> AggregateIds.thirdParties(provision.customerId());
            case RequestEvent request -> AggregateIds.requests(request.customerId());
            default -> throw new IllegalArgumentException("no event: " + event);
        };
        long next = ledger.lastSequenceNumberFor(stream).orElse(-1L) + 1;
        var id = "event-" + recorded++;
        ledger.publish(new GenericDomainEventMessage<>(
                "a type", stream, next, event, MetaData.emptyInstance(), id, recordedAt));
        return id;
    }

    public static ContentDigest digest(EditionNumber edition) {
        return ContentDigest.of(edition.toString());
    }

    private static EditionContent content(EditionNumber edition, LocalDate effectiveOn) {
        var change =
                new Change(Change.Procedure.ACCEPTANCE, Change.Ground.REASONABLE, Change.Regime.CIVIL_CODE_548_4, null);
        return new EditionContent(
                "版",
                effectiveOn,
                effectiveOn,
                edition.toString(),
                change,
                List.of(
                        purpose("service", Mode.WITH_TERMS),
                        purpose("newsletter", Mode.VOLUNTARY),
                        purpose("law", Mode.REQUIRED_BY_LAW)));
    }

    private static PurposeOfUse purpose(String id, Mode mode) {
        return new PurposeOfUse(new PurposeId(id), "第1条", "目的", mode, List.of(), false, null, false);
    }
}
