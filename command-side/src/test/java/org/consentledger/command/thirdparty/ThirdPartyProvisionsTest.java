package org.consentledger.command.thirdparty;

import static org.consentledger.command.CloudTerms.CUSTOMER;
import static org.consentledger.command.CloudTerms.NOW;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.matchers.Matchers;
import org.consentledger.command.CloudTerms;
import org.consentledger.command.platform.Code;
import org.consentledger.command.platform.CommandRejected;
import org.consentledger.command.platform.RecordedCustomers;
import org.consentledger.command.platform.RecordedTerms;
import org.consentledger.events.Actor;
import org.consentledger.events.Channel;
import org.consentledger.events.ContentDigest;
import org.consentledger.events.EditionNumber;
import org.consentledger.events.PurposeId;
import org.consentledger.events.TermsId;
import org.consentledger.events.agreement.EditionAccepted;
import org.consentledger.events.customer.CustomerLeft;
import org.consentledger.events.request.SuspensionOfUseLifted;
import org.consentledger.events.request.UseSuspended;
import org.consentledger.events.terms.Change;
import org.consentledger.events.terms.EditionContent;
import org.consentledger.events.terms.EditionPublished;
import org.consentledger.events.terms.Policies;
import org.consentledger.events.terms.PurposeOfUse;
import org.consentledger.events.terms.PurposeOfUse.Mode;
import org.consentledger.events.terms.TermsRegistered;
import org.consentledger.events.thirdparty.PersonalDataProvided;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ThirdPartyProvisionsTest {
    private static final TermsId SHOP = new TermsId("shop");
    private static final TermsId CLUB = new TermsId("club");
    private static final EditionNumber ONE = new EditionNumber(1);
    private static final Instant PUBLISHED = NOW.minusSeconds(7200);
    private static final Instant ACCEPTED = NOW.minusSeconds(3600);
    private static final Actor CLERK = new Actor(Actor.Kind.STAFF, null, null, null);

    private final CloudTerms terms = new CloudTerms();
    private final List<TermsId> registered = new ArrayList<>();
    private final AggregateTestFixture<ThirdPartyProvisions> ledger =
            new AggregateTestFixture<>(ThirdPartyProvisions.class);

    @BeforeEach
    void given() {
        register(SHOP);
        ledger.registerInjectableResource(new PermissionsThen(
                () -> registered, new RecordedTerms(terms.ledger()), new RecordedCustomers(terms.ledger())));
    }

    @Test
    @DisplayName("同意のある第三者提供は、その同意とともに記録する")
    void recordsUnderWhichConsentDataWereProvided() {
        var consent = accepts(SHOP);
        provides("partners", null, NOW, SHOP, true, consent);
        provides("partners", SHOP, NOW, SHOP, true, consent);
    }

    @Test
    @DisplayName("同意のない第三者提供も事実として、同意のないことを示して記録する")
    void recordsAProvisionThatWasNotPermittedAsSuch() {
        provides("partners", null, NOW, SHOP, false, null);
        accepts(SHOP);
        provides("partners", null, ACCEPTED.minusSeconds(1), SHOP, false, null);
        terms.record(
                new CustomerLeft(CUSTOMER, null, NOW.minusSeconds(60), Channel.WEB, Actor.self(), null, null), NOW);
        provides("partners", null, NOW, SHOP, false, null);
    }

    @Test
    @DisplayName("第三者提供を定めない目的への同意は、第三者提供に及ばない。法令に基づく提供には同意を要しない")
    void takesNoConsentToAPurposeWithoutThirdParties() {
        accepts(SHOP);
        provides("service", null, NOW, SHOP, false, null);
        provides("law", null, NOW, SHOP, true, null);
    }

    @Test
    @DisplayName("利用停止の間の第三者提供は、許されていない")
    void doesNotPermitAProvisionWhileUseIsSuspended() {
        var consent = accepts(SHOP);
        terms.record(new UseSuspended(CUSTOMER, "r", "理由", NOW.minusSeconds(100), CLERK), NOW);
        provides("partners", null, NOW.minusSeconds(101), SHOP, true, consent);
        provides("partners", null, NOW.minusSeconds(100), SHOP, false, null);
        terms.record(new SuspensionOfUseLifted(CUSTOMER, "r", "理由", NOW.minusSeconds(50), CLERK), NOW);
        provides("partners", null, NOW, SHOP, true, consent);
    }

    @Test
    @DisplayName("複数の約款に同じ目的があるときは、同意のある約款による")
    void findsTheTermsUnderWhichItWasPermitted() {
        register(CLUB);
        rejects("partners", null, Code.MALFORMED);
        var consent = accepts(CLUB);
        provides("partners", null, NOW, CLUB, true, consent);
        provides("partners", null, ACCEPTED.minusSeconds(1), CLUB, false, null);
        provides("partners", SHOP, NOW, SHOP, false, null);
        accepts(SHOP);
        rejects("partners", null, Code.MALFORMED);
    }

    @Test
    @DisplayName("どの版にも定めのない目的、登録のない約款は拒む")
    void rejectsWhatNobodyKnows() {
        rejects("sale", null, Code.PURPOSE_UNKNOWN);
        rejects("sale", SHOP, Code.PURPOSE_UNKNOWN);
        rejects("partners", CLUB, Code.TERMS_UNKNOWN);
    }

    private void provides(
            String purpose,
            @Nullable TermsId named,
            Instant providedAt,
            TermsId under,
            boolean permitted,
            @Nullable String consent) {
        ledger.givenNoPriorActivity()
                .when(command(purpose, named, providedAt))
                .expectEvents(new PersonalDataProvided(
                        CUSTOMER, under, new PurposeId(purpose), "提供先", List.of("氏名"), providedAt, permitted, consent));
    }

    private void rejects(String purpose, @Nullable TermsId named, Code code) {
        ledger.givenNoPriorActivity()
                .when(command(purpose, named, NOW))
                .expectException(Matchers.<CommandRejected>matches(rejected -> rejected.code() == code))
                .expectNoEvents();
    }

    private static RecordProvision command(String purpose, @Nullable TermsId named, Instant providedAt) {
        return new RecordProvision(CUSTOMER, named, new PurposeId(purpose), "提供先", List.of("氏名"), providedAt);
    }

    private String accepts(TermsId termsId) {
        return terms.record(
                new EditionAccepted(
                        CUSTOMER,
                        termsId,
                        ONE,
                        ContentDigest.of("本文"),
                        List.of(),
                        ACCEPTED,
                        Channel.WEB,
                        Actor.self(),
                        null,
                        null),
                ACCEPTED);
    }

    private void register(TermsId termsId) {
        var day = LocalDate.of(2020, 1, 1);
        var zone = ZoneId.of("Asia/Tokyo");
        terms.record(new TermsRegistered(termsId, "約款", "提供者", zone, "ja", Policies.standard()), PUBLISHED);
        terms.record(
                new EditionPublished(
                        termsId,
                        ONE,
                        ContentDigest.of("本文"),
                        day.atStartOfDay(zone).toInstant(),
                        new EditionContent(
                                "版",
                                day,
                                day,
                                "本文",
                                new Change(
                                        Change.Procedure.INITIAL,
                                        Change.Ground.REASONABLE,
                                        Change.Regime.EARLIER,
                                        null),
                                List.of(
                                        purpose("partners", Mode.WITH_TERMS, true),
                                        purpose("service", Mode.WITH_TERMS, false),
                                        purpose("law", Mode.REQUIRED_BY_LAW, false)))),
                PUBLISHED);
        registered.add(termsId);
    }

    private static PurposeOfUse purpose(String id, Mode mode, boolean thirdParties) {
        return new PurposeOfUse(new PurposeId(id), "第1条", "目的", mode, List.of(), thirdParties, null, false);
    }
}
