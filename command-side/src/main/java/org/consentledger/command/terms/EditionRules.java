package org.consentledger.command.terms;

import static org.consentledger.command.platform.Code.EDITION_ALREADY_PUBLISHED;
import static org.consentledger.command.platform.Code.EDITION_NOT_PUBLISHED;
import static org.consentledger.command.platform.Code.EDITION_ORDER;
import static org.consentledger.command.platform.Code.EDITION_UNKNOWN;
import static org.consentledger.command.platform.Code.EDITION_WITHDRAWN;
import static org.consentledger.command.platform.Code.EXPRESSED_IN_FUTURE;
import static org.consentledger.command.platform.Code.FOUR_EYES;
import static org.consentledger.command.platform.Code.SAME_TEXT_PUBLISHED;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.consentledger.command.platform.CommandRejected;
import org.consentledger.command.platform.StateConflict;
import org.consentledger.command.terms.TermsState.Draft;
import org.consentledger.command.terms.TermsState.Publication;
import org.consentledger.events.ContentDigest;
import org.consentledger.events.EditionNumber;
import org.consentledger.events.terms.Change.Procedure;
import org.consentledger.events.terms.Change.Regime;
import org.consentledger.events.terms.EditionContent;
import org.consentledger.events.terms.EditionPublished;
import org.jspecify.annotations.Nullable;

/** When an edition may be drafted, announced and published. */
final class EditionRules {
    /** From here on Civil Code articles 548-2 to 548-4 are in force. */
    static final LocalDate CIVIL_CODE_IN_FORCE = LocalDate.of(2020, 4, 1);

    /** How far another clock may be ahead of ours. */
    private static final Duration SKEW = Duration.ofSeconds(5);

    private EditionRules() {}

    /** Who drafted an edition does not publish it, as far as is known who calls. */
    static void somebodyElsePublishes(Draft draft, @Nullable String publisher) {
        if (publisher != null && draft.authors().contains(publisher)) {
            throw new CommandRejected(FOUR_EYES);
        }
    }

    /** The law under which a change is made is the one in force on its effective day, never a later one. */
    static Regime regimeOn(LocalDate effectiveOn) {
        return effectiveOn.isBefore(CIVIL_CODE_IN_FORCE) ? Regime.EARLIER : Regime.CIVIL_CODE_548_4;
    }

    /** A day begins with its first instant in the terms' zone, which is not always midnight. */
    static Instant firstInstantOf(LocalDate effectiveOn, ZoneId timeZone) {
        return effectiveOn.atStartOfDay(timeZone).toInstant();
    }

    /** Terms are registered once. */
    static void isNotYetRegistered(TermsState terms) {
        if (terms.isRegistered()) {
            throw new StateConflict(StateConflict.Why.ALREADY_REGISTERED);
        }
    }

    /** Nothing of a published edition changes, and the number of a withdrawn one stays taken. */
    static void isNotYetPublished(TermsState terms, EditionNumber edition) {
        isNotWithdrawn(terms, edition);
        if (terms.isPublished(edition)) {
            throw new CommandRejected(EDITION_ALREADY_PUBLISHED, edition);
        }
    }

    /** What was withdrawn once is neither announced nor withdrawn again. */
    static void isNotWithdrawn(TermsState terms, EditionNumber edition) {
        if (terms.isWithdrawn(edition)) {
            throw new CommandRejected(EDITION_WITHDRAWN, edition);
        }
    }

    /** What is withdrawn was published; a draft is simply replaced. */
    static Publication isPublished(TermsState terms, EditionNumber edition) {
        isNotWithdrawn(terms, edition);
        return terms.publication(edition)
                .orElseThrow(() -> new CommandRejected(
                        terms.draft(edition).isPresent() ? EDITION_NOT_PUBLISHED : EDITION_UNKNOWN, edition));
    }

    /** What took effect and was accepted or refused by somebody stays. */
    static void mayStillBeWithdrawn(Publication publication, Instant now, BooleanSupplier noRecordNamesIt) {
        var edition = publication.edition();
        if (!now.isBefore(edition.effectiveFrom()) && !noRecordNamesIt.getAsBoolean()) {
            throw new StateConflict(StateConflict.Why.EDITION_NAMED_BY_A_RECORD, edition.edition());
        }
    }

    /** What is announced must exist at least as a draft. */
    static void exists(TermsState terms, EditionNumber edition) {
        isNotWithdrawn(terms, edition);
        if (!terms.isPublished(edition) && terms.draft(edition).isEmpty()) {
            throw new CommandRejected(EDITION_UNKNOWN, edition);
        }
    }

    /** A notice is recorded once it is readable, not in advance; a few seconds count as now. */
    static Instant postedByNow(Instant postedAt, Instant now) {
        if (postedAt.isAfter(now.plus(SKEW))) {
            throw new CommandRejected(EXPRESSED_IN_FUTURE);
        }
        return postedAt.isAfter(now) ? now : postedAt;
    }

    /** Published editions follow each other, withdrawn ones apart: a later number takes effect on a later day. */
    static void followsThePublishedOnes(TermsState terms, EditionNumber edition, EditionContent content) {
        notFollowed(terms, edition, content).ifPresent(newest -> {
            throw new CommandRejected(
                    EDITION_ORDER, newest.edition(), newest.content().effectiveOn());
        });
    }

    /** The published edition that this one ought to follow in number and effective date, and does not. */
    static Optional<EditionPublished> notFollowed(TermsState terms, EditionNumber edition, EditionContent content) {
        return terms.newestPublished()
                .filter(newest -> !edition.isAfter(newest.edition())
                        || !content.effectiveOn().isAfter(newest.content().effectiveOn()));
    }

    /**
     * Only the first published edition can be the initial one. It need not be: a ledger may begin in the middle of a
     * document's life, with an edition that changed an earlier one.
     */
    static void isInitialOnlyAsTheFirst(TermsState terms, EditionContent content) {
        terms.newestPublished().ifPresent(newest -> {
            if (content.change().procedure() == Procedure.INITIAL) {
                throw new CommandRejected(
                        EDITION_ORDER, newest.edition(), newest.content().effectiveOn());
            }
        });
    }

    /**
     * The text that was on the screen tells by its digest which edition it is, so no two may have the same. A withdrawn
     * edition binds nobody, so its text may come again under another number: often only the date or the procedure was
     * wrong.
     */
    static void hasATextOfItsOwn(TermsState terms, ContentDigest digest) {
        publishedWith(terms, digest).ifPresent(same -> {
            throw new CommandRejected(SAME_TEXT_PUBLISHED, same.edition());
        });
    }

    static Optional<EditionPublished> publishedWith(TermsState terms, ContentDigest digest) {
        return terms.published().stream()
                .filter(other -> other.digest().equals(digest))
                .findFirst();
    }
}
