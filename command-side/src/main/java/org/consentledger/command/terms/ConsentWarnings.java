package org.consentledger.command.terms;

import static org.consentledger.command.terms.Warning.Code.NOTICE_IS_NOT_CONSENT;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.consentledger.events.EditionNumber;
import org.consentledger.events.terms.Change.Procedure;
import org.consentledger.events.terms.EditionContent;
import org.consentledger.events.terms.PurposeOfUse;

/**
 * Where a change by notice would need the person's own consent. Being bound by notice is not a consent under articles 18
 * and 27 of the Act on the Protection of Personal Information, so what is provided to third parties needs an edition that
 * customers accept.
 */
final class ConsentWarnings {
    private ConsentWarnings() {}

    static List<Warning> about(TermsState terms, EditionNumber edition, EditionContent content) {
        if (content.change().procedure() != Procedure.NOTICE) {
            return List.of();
        }
        var purposes = content.purposes();
        return IntStream.range(0, purposes.size())
                .filter(i -> purposes.get(i).thirdParties())
                .filter(i -> isNewOrChanged(purposes.get(i), accepted(terms, edition, purposes.get(i))))
                .mapToObj(i -> Warning.at(
                        "/purposes/" + i, NOTICE_IS_NOT_CONSENT, purposes.get(i).purposeId()))
                .toList();
    }

    /** As the last edition before it that customers accept states the purpose. */
    private static Optional<PurposeOfUse> accepted(TermsState terms, EditionNumber edition, PurposeOfUse purpose) {
        return terms.published().stream()
                .filter(other -> edition.isAfter(other.edition()))
                .map(published -> published.content())
                .filter(other -> other.change().procedure() != Procedure.NOTICE)
                .flatMap(other -> other.purposes().stream())
                .filter(other -> other.purposeId().equals(purpose.purposeId()))
                .reduce((_, later) -> later);
    }

    private static boolean isNewOrChanged(PurposeOfUse purpose, Optional<PurposeOfUse> accepted) {
        return purpose.materialChange()
                || accepted.filter(PurposeOfUse::thirdParties)
                        .filter(before -> before.dataItems().containsAll(purpose.dataItems()))
                        .isEmpty();
    }
}
