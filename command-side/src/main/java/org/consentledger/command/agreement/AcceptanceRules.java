package org.consentledger.command.agreement;

import static org.consentledger.command.platform.Code.DECISION_MISSING;
import static org.consentledger.command.platform.Code.EDITION_SUPERSEDED;
import static org.consentledger.command.platform.Code.EXPRESSED_BEFORE_PUBLICATION;
import static org.consentledger.command.platform.Code.PURPOSE_UNKNOWN;
import static org.consentledger.command.platform.Code.SHOWN_TEXT_DIFFERS;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.consentledger.command.platform.CommandRejected;
import org.consentledger.command.platform.PublishedEdition;
import org.consentledger.command.platform.StatedAct;
import org.consentledger.command.platform.TermsAsRecorded;
import org.consentledger.events.agreement.PurposeDecision;
import org.consentledger.events.terms.Policies.Superseded;
import org.consentledger.events.terms.PurposeOfUse.Mode;
import org.consentledger.standing.CustomerFact;
import org.consentledger.standing.Recorded;

/** What may be recorded as an act of a customer on an edition that was shown. */
final class AcceptanceRules {
    private AcceptanceRules() {}

    /** A person decides on the voluntary purposes of the edition and on nothing else. */
    static void decisionsAreOnVoluntaryPurposes(PublishedEdition edition, List<PurposeDecision> decisions) {
        for (PurposeDecision decision : decisions) {
            var purpose = edition.purpose(decision.purposeId())
                    .orElseThrow(() -> new CommandRejected(PURPOSE_UNKNOWN, decision.purposeId()));
            ConsentRules.leftToTheCustomer(decision.purposeId(), purpose.mode());
        }
    }

    /**
     * Where the provider chose so, an acceptance leaves no voluntary purpose undecided. What was taken over from the past is
     * a fact, whatever was asked then: what nobody decided is not asked, and due.
     */
    static void nothingIsLeftUndecided(
            TermsAsRecorded terms, PublishedEdition edition, StatedAct act, List<PurposeDecision> decisions) {
        if (act.isTakenOver() || !terms.chosen().decisionRequired()) {
            return;
        }
        edition.purposes().stream()
                .filter(purpose -> purpose.mode() == Mode.VOLUNTARY)
                .map(purpose -> purpose.purposeId())
                .filter(purpose -> decisions.stream()
                        .noneMatch(decision -> decision.purposeId().equals(purpose)))
                .findFirst()
                .ifPresent(purpose -> {
                    throw new CommandRejected(DECISION_MISSING, purpose);
                });
    }

    /**
     * Nobody acts later than now; a few seconds ahead count as now. An act without a stated time happens just now, and
     * not before what is already recorded, even where the ledger's clock is ahead of ours.
     *
     * @param before what the customer did already with these terms
     */
    static Instant expressedByNow(TermsAsRecorded terms, StatedAct act, List<Recorded<CustomerFact>> before) {
        return act.expressedByNow(terms.published().values().stream()
                .map(PublishedEdition::publishedAt)
                .reduce(act.justNow(before), (latest, other) -> other.isAfter(latest) ? other : latest));
    }

    /** The text on the screen was the text of this edition, to the last byte. */
    static void shownTextIsTheEditions(PublishedEdition edition, ShownEdition shown) {
        if (!edition.digest().equals(shown.digest())) {
            throw new CommandRejected(SHOWN_TEXT_DIFFERS, edition.number());
        }
    }

    /**
     * Nobody agrees to an edition of which a later one was published and in force when he acted, unless the provider
     * wants even that on record. What was taken over from the past is a fact, whatever was in force.
     */
    static void isNotSuperseded(TermsAsRecorded terms, PublishedEdition edition, StatedAct act, Instant expressedAt) {
        if (act.isTakenOver() || terms.chosen().superseded() == Superseded.RECORD) {
            return;
        }
        terms.published().values().stream()
                .filter(later -> later.number().isAfter(edition.number()))
                .filter(later -> !later.effectiveFrom().isAfter(expressedAt))
                .filter(later -> !later.publishedAt().isAfter(expressedAt))
                .max(Comparator.comparing(PublishedEdition::number))
                .ifPresent(later -> {
                    throw new CommandRejected(EDITION_SUPERSEDED, edition.number(), later.number());
                });
    }

    /** Nobody was shown here what was not published yet; an act elsewhere in the past has a source. */
    static void isNotOlderThanThePublication(PublishedEdition edition, StatedAct act, Instant expressedAt) {
        if (!act.isTakenOver() && expressedAt.isBefore(edition.publishedAt())) {
            throw new CommandRejected(EXPRESSED_BEFORE_PUBLICATION, edition.number(), edition.publishedAt());
        }
    }
}
