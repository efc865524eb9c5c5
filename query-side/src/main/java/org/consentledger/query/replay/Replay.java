package org.consentledger.query.replay;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.consentledger.answer.Because;
import org.consentledger.answer.StandingAnswer.OfInstant;
import org.consentledger.events.CustomerId;
import org.consentledger.events.TermsId;
import org.consentledger.query.facts.FindFacts;
import org.consentledger.query.facts.FindFacts.Known;
import org.consentledger.query.platform.KnownLeaves;
import org.consentledger.query.replay.ReplayAnswer.Verification;
import org.consentledger.standing.Standing;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Computes an answer from the ledger itself, and holds the projection's against it. It records nothing. */
@Component
class Replay {
    private final FindFacts findFacts;
    private final FoldedLedger ledger;

    Replay(FindFacts findFacts, FoldedLedger ledger) {
        this.findFacts = findFacts;
        this.ledger = ledger;
    }

    /** @see FoldedLedger#zone */
    ZoneId zone(TermsId terms) {
        return ledger.zone(terms);
    }

    /**
     * Both answers.
     *
     * @throws org.consentledger.query.platform.QuestionRejected {@code PROJECTION_BEHIND} where there is only one
     */
    ReplayAnswer besideProjection(
            CustomerId customer, TermsId terms, Instant at, KnownLeaves known, Because.InZone words) {
        return answer(customer, terms, at, known, words, findFacts.amongFirst(known.size(), terms, customer));
    }

    /** What the ledger says, where nobody else says anything. */
    ReplayAnswer alone(CustomerId customer, TermsId terms, Instant at, KnownLeaves known, Because.InZone words) {
        return answer(customer, terms, at, known, words, null);
    }

    private ReplayAnswer answer(
            CustomerId customer,
            TermsId terms,
            Instant at,
            KnownLeaves known,
            Because.InZone words,
            @Nullable Known projection) {
        var folded = ledger.fold(terms, customer, known.size());
        var fromLedger = folded.standing(at);
        var replayed = OfInstant.of(customer, terms, at, known.knownAt(), known.size(), fromLedger, words);
        var verification = Verification.of(folded.checkpoint(), folded.events().size(), folded.findings());
        var steps = folded.steps(at);
        if (projection == null) {
            return new ReplayAnswer(replayed, null, null, List.of(), steps, verification);
        }
        var fromProjection = Standing.of(projection.terms(), projection.customer(), at);
        var projected = OfInstant.of(customer, terms, at, known.knownAt(), known.size(), fromProjection, words);
        return new ReplayAnswer(
                replayed,
                projected,
                verification.verified() && replayed.equals(projected),
                Step.changes(fromLedger, fromProjection),
                steps,
                verification);
    }
}
