package org.consentledger.command.terms;

import static org.consentledger.command.terms.Warning.Code.FIRST_EDITION_NOT_INITIAL;
import static org.consentledger.command.terms.Warning.Code.GAP_IN_NUMBERS;
import static org.consentledger.command.terms.Warning.Code.INITIAL_NOT_FIRST;
import static org.consentledger.command.terms.Warning.Code.NOTICE_IS_NOT_CONSENT;
import static org.consentledger.command.terms.Warning.Code.NO_NOTICE_BEFORE_EFFECTIVE_DATE;
import static org.consentledger.command.terms.Warning.Code.PROVISION_NOT_FOUND;
import static org.consentledger.command.terms.Warning.Code.PUBLISHED_AFTER_EFFECTIVE_DATE;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.consentledger.events.EditionNumber;
import org.consentledger.events.PurposeId;
import org.consentledger.events.terms.Change.Ground;
import org.consentledger.events.terms.Change.Procedure;
import org.consentledger.events.terms.Change.Regime;
import org.consentledger.events.terms.EditionContent;
import org.consentledger.events.terms.PurposeOfUse;

/** What a publisher should know before it is too late. */
final class EditionWarnings {
    private final TermsState terms;
    private final EditionNumber edition;
    private final EditionContent content;
    private final Instant effectiveFrom;
    private final Instant now;

    private EditionWarnings(
            TermsState terms, EditionNumber edition, EditionContent content, Instant from, Instant now) {
        this.terms = terms;
        this.edition = edition;
        this.content = content;
        this.effectiveFrom = from;
        this.now = now;
    }

    static List<Warning> about(
            TermsState terms, ZoneId zone, EditionNumber edition, EditionContent content, Instant now) {
        var from = EditionRules.firstInstantOf(content.effectiveOn(), zone);
        var warnings = new EditionWarnings(terms, edition, content, from, now);
        return Stream.of(
                        warnings.lateness(),
                        warnings.gapInNumbers(),
                        warnings.placeOfTheInitialEdition(),
                        warnings.missingNotice(),
                        warnings.provisionsNotFound(),
                        warnings.noticeWhereConsentIsNeeded())
                .flatMap(List::stream)
                .toList();
    }

    /** Who agreed in the meantime was bound by nothing that was published then. */
    private List<Warning> lateness() {
        return now.isBefore(effectiveFrom) ? List.of() : List.of(Warning.of(PUBLISHED_AFTER_EFFECTIVE_DATE));
    }

    private List<Warning> gapInNumbers() {
        return terms.newestPublished()
                .map(newest -> newest.edition())
                .filter(newest -> edition.value() > newest.value() + 1)
                .map(newest -> List.of(Warning.of(GAP_IN_NUMBERS, newest)))
                .orElse(List.of());
    }

    private List<Warning> placeOfTheInitialEdition() {
        boolean first = terms.newestPublished().isEmpty();
        boolean initial = content.change().procedure() == Procedure.INITIAL;
        if (first == initial) {
            return List.of();
        }
        return List.of(Warning.of(first ? FIRST_EDITION_NOT_INITIAL : INITIAL_NOT_FIRST));
    }

    /**
     * Civil Code article 548-4 paragraph 3: a change that rests on paragraph 1 item (ii) has no effect unless it was
     * announced before its effective date.
     */
    private List<Warning> missingNotice() {
        var change = content.change();
        boolean needed = change.procedure() == Procedure.NOTICE
                && change.regime() == Regime.CIVIL_CODE_548_4
                && change.ground() == Ground.REASONABLE;
        return needed && !terms.wasAnnouncedBefore(edition, effectiveFrom)
                ? List.of(Warning.of(NO_NOTICE_BEFORE_EFFECTIVE_DATE, content.effectiveOn()))
                : List.of();
    }

    private List<Warning> provisionsNotFound() {
        return IntStream.range(0, content.purposes().size())
                .filter(i -> !PrintedReference.isFound(content.purposes().get(i).provision(), content.text()))
                .mapToObj(i -> Warning.at(
                        "/purposes/" + i + "/provision",
                        PROVISION_NOT_FOUND,
                        content.purposes().get(i).provision()))
                .toList();
    }

    /**
     * Being bound by notice is not a person's consent under articles 18 and 27 of the Act on the Protection of Personal
     * Information, so a provision to third parties needs an edition that customers accept.
     */
    private List<Warning> noticeWhereConsentIsNeeded() {
        if (content.change().procedure() != Procedure.NOTICE) {
            return List.of();
        }
        var warnings = new ArrayList<Warning>();
        for (int i = 0; i < content.purposes().size(); i++) {
            var purpose = content.purposes().get(i);
            if (purpose.thirdParties() && !isStatedInAnAcceptedEdition(purpose.purposeId())) {
                warnings.add(Warning.at("/purposes/" + i, NOTICE_IS_NOT_CONSENT, purpose.purposeId()));
            }
        }
        return warnings;
    }

    private boolean isStatedInAnAcceptedEdition(PurposeId purposeId) {
        return terms.published().stream()
                .map(published -> published.content())
                .filter(other -> other.change().procedure() != Procedure.NOTICE)
                .flatMap(other -> other.purposes().stream())
                .filter(PurposeOfUse::thirdParties)
                .anyMatch(purpose -> purpose.purposeId().equals(purposeId));
    }
}
