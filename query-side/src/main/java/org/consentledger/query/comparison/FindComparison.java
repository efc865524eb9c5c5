package org.consentledger.query.comparison;

import java.util.List;
import org.consentledger.comparison.ComparisonTable;
import org.consentledger.events.EditionNumber;
import org.consentledger.events.TermsId;
import org.consentledger.query.platform.Code;
import org.consentledger.query.platform.DerivedTexts;
import org.consentledger.query.platform.QuestionRejected;
import org.consentledger.query.platform.Snapshots;
import org.springframework.stereotype.Component;

/** Finds two editions as they were known when the ledger held a number of leaves, and compares them. */
@Component
class FindComparison {
    private final ComparedEditions editions;
    private final AuthorsCorrections corrections;
    private final DerivedTexts texts;
    private final Snapshots snapshots;

    FindComparison(ComparedEditions editions, AuthorsCorrections corrections, DerivedTexts texts, Snapshots snapshots) {
        this.editions = editions;
        this.corrections = corrections;
        this.texts = texts;
        this.snapshots = snapshots;
    }

    private record Found(
            ComparedEditions.Terms terms, ComparedEdition older, ComparedEdition newer, List<ComparedEdition> line) {}

    /**
     * The comparison of two editions.
     *
     * @throws QuestionRejected {@code TERMS_UNKNOWN}, {@code EDITION_UNKNOWN}
     */
    Comparison of(TermsId termsId, EditionNumber older, EditionNumber newer, long size) {
        var found = snapshots.whenIncludedOfNobody(
                ComparisonProjection.NAME,
                size,
                () -> new Found(
                        known(termsId, size),
                        known(termsId, older, size),
                        known(termsId, newer, size),
                        editions.line(termsId, older, newer, size)));
        var table = ComparisonTable.of(
                texts.structure(AuthorsCorrections.named(found.older())),
                texts.structure(AuthorsCorrections.named(found.newer())),
                corrections.along(found.line(), newer.isAfter(older)));
        return new Comparison(
                termsId, found.terms().title(), found.terms().language(), found.older(), found.newer(), table);
    }

    private ComparedEditions.Terms known(TermsId terms, long size) {
        return editions.terms(terms, size).orElseThrow(() -> new QuestionRejected(Code.TERMS_UNKNOWN, terms));
    }

    private ComparedEdition known(TermsId terms, EditionNumber edition, long size) {
        return editions.edition(terms, edition, size)
                .orElseThrow(() -> new QuestionRejected(Code.EDITION_UNKNOWN, terms, edition.toString()));
    }
}
