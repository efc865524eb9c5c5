package org.consentledger.command.agreement;

import static org.consentledger.command.CloudTerms.CUSTOMER;
import static org.consentledger.command.CloudTerms.NOW;
import static org.consentledger.command.CloudTerms.TERMS;

import java.time.Instant;
import java.util.List;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.matchers.Matchers;
import org.consentledger.command.CloudTerms;
import org.consentledger.command.platform.Code;
import org.consentledger.command.platform.CommandRejected;
import org.consentledger.command.platform.RecordedCustomers;
import org.consentledger.command.platform.RecordedTerms;
import org.consentledger.command.platform.StatedAct;
import org.consentledger.events.Actor;
import org.consentledger.events.Channel;
import org.consentledger.events.ContentDigest;
import org.consentledger.events.DatePrecision;
import org.consentledger.events.EditionNumber;
import org.consentledger.events.Source;
import org.consentledger.events.agreement.EditionAccepted;
import org.consentledger.events.agreement.PurposeDecision;
import org.jspecify.annotations.Nullable;

/** An agreement in memory beside terms in a ledger, and the acts that tests send it. */
final class AgreementFixture {
    static final Source PAPER = new Source(Source.Kind.PAPER, "folder 7", DatePrecision.DAY);

    final CloudTerms terms = new CloudTerms();
    final AggregateTestFixture<Agreement> ledger = new AggregateTestFixture<>(Agreement.class);

    AgreementFixture() {
        ledger.registerInjectableResource(new RecordedTerms(terms.ledger()));
        ledger.registerInjectableResource(new RecordedCustomers(terms.ledger()));
    }

    /** An act on an edition that was shown. */
    record Act(ShownEdition shown, StatedAct act) {}

    void rejects(Object command, Code code, Object... given) {
        ledger.given(given)
                .when(command)
                .expectNoEvents()
                .expectException(Matchers.matches((CommandRejected rejected) -> rejected.code() == code));
    }

    static AcceptEdition accept(Act act, PurposeDecision... decisions) {
        return new AcceptEdition(CUSTOMER, act.shown(), act.act(), List.of(decisions));
    }

    static RefuseEdition refuse(Act act) {
        return new RefuseEdition(CUSTOMER, act.shown(), act.act());
    }

    static Act act(EditionNumber edition, @Nullable Instant expressedAt, @Nullable Source source) {
        return act(edition, CloudTerms.digest(edition), expressedAt, source, NOW);
    }

    /** An act without a stated time, told to a process whose clock says that. */
    static Act act(EditionNumber edition, Instant now) {
        return act(edition, CloudTerms.digest(edition), null, null, now);
    }

    static Act otherText(EditionNumber edition, @Nullable Instant expressedAt) {
        return act(edition, ContentDigest.of("別の本文"), expressedAt, null, NOW);
    }

    private static Act act(
            EditionNumber edition,
            ContentDigest digest,
            @Nullable Instant expressedAt,
            @Nullable Source source,
            Instant now) {
        return new Act(
                new ShownEdition(TERMS, edition, digest),
                new StatedAct(expressedAt, Channel.WEB, Actor.self(), null, source, now));
    }

    static EditionAccepted accepted(Act act, Instant expressedAt, PurposeDecision... decisions) {
        return AgreementActs.of(accept(act, decisions), expressedAt);
    }
}
