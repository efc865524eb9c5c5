package org.consentledger.command.terms;

import static org.consentledger.command.terms.Warning.Code.MATCH_NOT_FOUND;
import static org.consentledger.command.terms.Warning.Code.MATCH_WAS_NOT_FOUND;
import static org.consentledger.command.terms.Warning.Code.PROVISION_ELSEWHERE;
import static org.consentledger.command.terms.Warning.Code.PROVISION_GONE;
import static org.consentledger.command.terms.Warning.Code.PROVISION_NOT_FOUND;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.consentledger.command.terms.Warning.Place;
import org.consentledger.comparison.Correction;
import org.consentledger.comparison.Matching;
import org.consentledger.events.terms.EditionContent;
import org.consentledger.events.terms.EditionPublished;
import org.consentledger.events.terms.ProvisionMatch;
import org.consentledger.events.terms.PurposeOfUse;
import org.consentledger.provisions.Provision;
import org.consentledger.provisions.Structure;
import org.jspecify.annotations.Nullable;

/** Whether purposes and matches name what the texts have, and whether each purpose hangs on the provision it hung on. */
final class ProvisionWarnings {
    private final EditionContent content;
    private final Structure text;
    private final @Nullable Before before;

    /** The edition before this one, and what became of its provisions. */
    private record Before(EditionPublished edition, Structure text, Matching matching) {}

    private ProvisionWarnings(EditionContent content, Structure text, @Nullable EditionPublished before) {
        this.content = content;
        this.text = text;
        this.before = before == null ? null : before(before);
    }

    private Before before(EditionPublished edition) {
        var older = Structure.of(edition.content().text());
        var corrections = content.matches().stream()
                .map(match -> new Correction(match.was(), match.path()))
                .filter(correction -> correction.fits(older, text))
                .toList();
        return new Before(edition, older, Matching.of(older, text, corrections));
    }

    static List<Warning> about(EditionContent content, Structure text, Optional<EditionPublished> before) {
        var warnings = new ProvisionWarnings(content, text, before.orElse(null));
        return Stream.concat(
                        IntStream.range(0, content.purposes().size())
                                .mapToObj(i ->
                                        warnings.purpose(i, content.purposes().get(i))),
                        IntStream.range(0, content.matches().size())
                                .mapToObj(
                                        i -> warnings.match(i, content.matches().get(i))))
                .flatMap(List::stream)
                .toList();
    }

    private List<Warning> purpose(int index, PurposeOfUse purpose) {
        var pointer = "/purposes/" + index + "/provision";
        var found = text.find(purpose.provision()).map(Provision::path);
        var warnings = new ArrayList<Warning>();
        if (found.isEmpty()) {
            warnings.add(Warning.at(pointer, PROVISION_NOT_FOUND, purpose.provision()));
        }
        if (before != null) {
            hungOn(purpose, before)
                    .flatMap(was -> moved(pointer, purpose, was, found, before.matching()))
                    .ifPresent(warnings::add);
        }
        return warnings;
    }

    /** The provision on which the edition before this one hung the purpose. */
    private static Optional<String> hungOn(PurposeOfUse purpose, Before before) {
        return before.edition().content().purposes().stream()
                .filter(other -> other.purposeId().equals(purpose.purposeId()))
                .findFirst()
                .flatMap(other -> before.text().find(other.provision()))
                .map(Provision::path);
    }

    private static Optional<Warning> moved(
            String pointer, PurposeOfUse purpose, String was, Optional<String> found, Matching matching) {
        var now = matching.newPath(was);
        if (now.isPresent()) {
            return now.equals(found)
                    ? Optional.empty()
                    : Optional.of(Warning.at(
                            pointer,
                            PROVISION_ELSEWHERE,
                            purpose.purposeId(),
                            new Place(was),
                            new Place(now.get()),
                            now.get()));
        }
        return found.filter(matching.newPaths()::containsValue)
                .map(_ -> Warning.at(pointer, PROVISION_GONE, purpose.purposeId(), new Place(was)));
    }

    private List<Warning> match(int index, ProvisionMatch match) {
        var warnings = new ArrayList<Warning>();
        var was = match.was();
        if (text.at(match.path()).isEmpty()) {
            warnings.add(Warning.at("/matches/" + index + "/path", MATCH_NOT_FOUND, match.path()));
        }
        if (was != null && (before == null || before.text().at(was).isEmpty())) {
            warnings.add(Warning.at("/matches/" + index + "/was", MATCH_WAS_NOT_FOUND, was));
        }
        return warnings;
    }
}
