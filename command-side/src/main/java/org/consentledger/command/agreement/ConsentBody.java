package org.consentledger.command.agreement;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import org.consentledger.command.platform.ActorBody;
import org.consentledger.command.platform.Body;
import org.consentledger.command.platform.EvidenceBody;
import org.consentledger.command.platform.SourceBody;
import org.consentledger.command.platform.StatedAct;
import org.consentledger.events.Actor;
import org.consentledger.events.Channel;
import org.consentledger.events.CustomerId;
import org.consentledger.events.PurposeId;
import org.consentledger.events.TermsId;
import org.consentledger.standing.CustomerFact.Outcome;
import org.jspecify.annotations.Nullable;

/**
 * The body of a decision on one purpose of use.
 *
 * @param expressedAt when the person acted; left out where it happens just now
 * @param actor left out where it was the customer in person
 */
@Body
record ConsentBody(
        @NotNull TermsId termsId,
        @NotNull PurposeId purposeId,
        @NotNull Outcome decision,
        @Nullable Instant expressedAt,
        @NotNull Channel channel,
        @Nullable @Valid ActorBody actor,
        @Nullable @Valid EvidenceBody evidence,
        @Nullable @Valid SourceBody source) {

    DecideOnPurpose command(CustomerId customerId, Instant now) {
        var who = actor == null ? Actor.self() : actor.actor();
        return new DecideOnPurpose(
                customerId,
                termsId,
                purposeId,
                decision,
                StatedAct.of(expressedAt, channel, who, evidence, source, now));
    }
}
