package org.consentledger.command.terms;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.consentledger.events.EditionNumber;
import org.consentledger.events.terms.EditionContent;
import org.consentledger.events.terms.TermsRegistered;
import org.consentledger.provisions.Structure;
import org.consentledger.provisions.Warnings;

/**
 * What an author should look at before an edition is published; none of it hinders anything.
 *
 * @param ofTheText what its text alone shows
 */
record CheckReport(List<Warning> warnings, List<org.consentledger.provisions.Warning> ofTheText) {
    CheckReport {
        warnings = List.copyOf(warnings);
        ofTheText = List.copyOf(ofTheText);
    }

    static CheckReport on(
            TermsState state, TermsRegistered terms, EditionNumber edition, EditionContent content, Instant now) {
        var text = Structure.of(content.text());
        var warnings = new ArrayList<>(EditionWarnings.about(state, terms, edition, content, now));
        warnings.addAll(ConsentWarnings.about(state, edition, content));
        warnings.addAll(ProvisionWarnings.about(content, text, state.publishedBefore(edition)));
        return new CheckReport(warnings, Warnings.of(text, edition.value(), content.effectiveOn()));
    }
}
