package org.consentledger.command.terms;

import static org.consentledger.command.terms.Warning.Code.EARLIER_CHANGE_NOT_ACCEPTED;
import static org.consentledger.command.terms.Warning.Code.FIRST_EDITION_NOT_INITIAL;
import static org.consentledger.command.terms.Warning.Code.GAP_IN_NUMBERS;
import static org.consentledger.command.terms.Warning.Code.INITIAL_NOT_FIRST;
import static org.consentledger.command.terms.Warning.Code.NO_NOTICE_BEFORE_EFFECTIVE_DATE;
import static org.consentledger.command.terms.Warning.Code.OUT_OF_ORDER;
import static org.consentledger.command.terms.Warning.Code.PUBLISHED_AFTER_EFFECTIVE_DATE;
import static org.consentledger.command.terms.Warning.Code.SAME_TEXT;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.consentledger.events.ContentDigest;
import org.consentledger.events.EditionNumber;
import org.consentledger.events.terms.Change.Procedure;
import org.consentledger.events.terms.EditionContent;
import org.consentledger.events.terms.EditionPublished;
import org.consentledger.events.terms.TermsRegistered;
import org.consentledger.standing.Effect;
import org.consentledger.standing.Reason;
import org.consentledger.standing.TermsFact;

/** What a publisher should know of an edition's place among the others, and whom it would bind. */
final class EditionWarnings {
    private final TermsState terms;
    private final EditionPublished edition;
    private final Instant now;

    private EditionWarnings(TermsState terms, EditionPublished edition, Instant now) {
        this.terms = terms;
        this.edition = edition;
        this.now = now;
    }

    static List<Warning> about(
            TermsState state, TermsRegistered terms, EditionNumber number, EditionContent content, Instant now) {
        var edition = new EditionPublished(
                terms.termsId(),
                number,
                ContentDigest.of(content.text()),
                EditionRules.firstInstantOf(content.effectiveOn(), terms.timeZone()),
                content);
        var warnings = new EditionWarnings(state, edition, now);
        return Stream.of(
                        warnings.lateness(),
                        warnings.order(),
                        warnings.sameText(),
                        warnings.gapInNumbers(),
                        warnings.placeOfTheInitialEdition(),
                        warnings.effect())
                .flatMap(List::stream)
                .toList();
    }

    /** Who agreed in the meantime was bound by nothing that was published then. */
    private List<Warning> lateness() {
        return now.isBefore(edition.effectiveFrom()) ? List.of() : List.of(Warning.of(PUBLISHED_AFTER_EFFECTIVE_DATE));
    }

    private List<Warning> order() {
        return EditionRules.notFollowed(terms, edition.edition(), edition.content()).stream()
                .map(newest -> Warning.of(
                        OUT_OF_ORDER, newest.edition(), newest.content().effectiveOn()))
                .toList();
    }

    private List<Warning> sameText() {
        return EditionRules.publishedWith(terms, edition.digest()).stream()
                .map(same -> Warning.of(SAME_TEXT, same.edition()))
                .toList();
    }

    /** The number of a withdrawn edition is not missing. */
    private List<Warning> gapInNumbers() {
        return terms
                .newestPublished()
                .filter(newest -> IntStream.range(
                                newest.edition().value() + 1, edition.edition().value())
                        .anyMatch(number -> !terms.isWithdrawn(new EditionNumber(number))))
                .stream()
                .map(newest -> Warning.of(GAP_IN_NUMBERS, newest.edition()))
                .toList();
    }

    private List<Warning> placeOfTheInitialEdition() {
        boolean first = terms.newestPublished().isEmpty();
        boolean initial = edition.content().change().procedure() == Procedure.INITIAL;
        if (first == initial) {
            return List.of();
        }
        return List.of(Warning.of(first ? FIRST_EDITION_NOT_INITIAL : INITIAL_NOT_FIRST));
    }

    /** Whom a change by notice does not reach, were it published now; what needs acceptance says so itself. */
    private List<Warning> effect() {
        var facts = new ArrayList<>(terms.facts());
        TermsFact.of(edition).ifPresent(facts::add);
        return Effect.of(facts, edition.edition()).stream()
                .flatMap(reason -> warning(reason).stream())
                .toList();
    }

    private Optional<Warning> warning(Reason reason) {
        return switch (reason) {
            case Reason.NoticeMissing _ ->
                Optional.of(Warning.of(
                        NO_NOTICE_BEFORE_EFFECTIVE_DATE, edition.content().effectiveOn()));
            case Reason.EarlierChangeNotAccepted earlier ->
                Optional.of(Warning.of(
                        EARLIER_CHANGE_NOT_ACCEPTED, earlier.earlier().edition()));
            default -> Optional.empty();
        };
    }
}
