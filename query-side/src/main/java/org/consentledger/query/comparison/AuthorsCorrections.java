package org.consentledger.query.comparison;

import java.util.List;
import java.util.stream.IntStream;
import org.consentledger.comparison.Correction;
import org.consentledger.comparison.Lineage;
import org.consentledger.events.terms.ProvisionMatch;
import org.consentledger.query.comparison.ComparedEdition.Status;
import org.consentledger.query.platform.DerivedTexts;
import org.consentledger.query.platform.DerivedTexts.Named;
import org.springframework.stereotype.Component;

/** What authors said about the identity of provisions, on the way from one edition to another. */
@Component
class AuthorsCorrections {
    private final DerivedTexts derived;

    AuthorsCorrections(DerivedTexts derived) {
        this.derived = derived;
    }

    /**
     * Corrections of a comparison.
     *
     * @param line the two editions and the published ones between them, by number
     * @param forward whether the earlier of the two is the older side of the table
     */
    List<Correction> along(List<ComparedEdition> line, boolean forward) {
        if (line.stream().skip(1).allMatch(edition -> edition.matches().isEmpty())) {
            return List.of();
        }
        var lineage = new Lineage(IntStream.range(1, line.size())
                .mapToObj(i -> step(line.get(i - 1), line.get(i)))
                .toList());
        var corrections = lineage.corrections(derived.structure(named(line.getLast())));
        return forward
                ? corrections
                : corrections.stream().map(Correction::backwards).toList();
    }

    /** An author speaks of the published edition before his own, so of no draft and of none that was withdrawn. */
    private Lineage.Step step(ComparedEdition before, ComparedEdition after) {
        List<ProvisionMatch> said = before.status() == Status.PUBLISHED ? after.matches() : List.of();
        return derived.step(named(before), named(after), said);
    }

    static Named named(ComparedEdition edition) {
        return new Named(edition.digest(), edition::text);
    }
}
