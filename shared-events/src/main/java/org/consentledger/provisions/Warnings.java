package org.consentledger.provisions;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.consentledger.provisions.Warning.Code;

/** Everything in an edition's text that its author should look at before it is published. */
public final class Warnings {
    private static final int MOST_CODE_POINTS = 10;
    private static final int MOST = 200;

    private Warnings() {}

    /**
     * The warnings on a text, by kind, each kind in document order. Of many of one kind the first ones stand for all, and
     * {@link Code#MORE_OF_THESE} says how many were left out.
     *
     * @param editionNumber of the edition that the text is to be
     * @param effectiveOn the day on which that edition takes effect, in the terms' zone
     */
    public static List<Warning> of(Structure structure, int editionNumber, LocalDate effectiveOn) {
        var warnings = new ArrayList<Warning>(Numbering.check(structure));
        warnings.addAll(NearDuplicates.check(structure));
        emptyArticles(structure, warnings);
        effectiveDate(structure, effectiveOn, warnings);
        editionNumber(structure, editionNumber, warnings);
        invisibleCharacters(structure, warnings);
        return Stream.of(Code.values()).flatMap(code -> first(code, warnings)).toList();
    }

    private static Stream<Warning> first(Code code, List<Warning> all) {
        var warnings = all.stream().filter(warning -> warning.code() == code).toList();
        if (warnings.size() <= MOST) {
            return warnings.stream();
        }
        var more = new Warning(
                Code.MORE_OF_THESE,
                warnings.get(MOST).path(),
                List.of(code.name(), Integer.toString(warnings.size() - MOST)));
        return Stream.concat(warnings.stream().limit(MOST), Stream.of(more));
    }

    private static void emptyArticles(Structure structure, List<Warning> warnings) {
        for (int i = 0; i < structure.provisions().size(); i++) {
            var provision = structure.provisions().get(i);
            if (provision.kind() == Kind.ARTICLE && structure.end(i) == i + 1) {
                warnings.add(Warning.of(Code.EMPTY_ARTICLE, provision, String.valueOf(provision.label())));
            }
        }
    }

    /** The latest date counts, since a text keeps the supplementary provisions of all its amendments. */
    private static void effectiveDate(Structure structure, LocalDate effectiveOn, List<Warning> warnings) {
        Provision latest = null;
        LocalDate date = null;
        for (int i = 0; i < structure.provisions().size(); i++) {
            var provision = structure.provisions().get(i);
            if (provision.kind() == Kind.SUPPLEMENTARY) {
                var found =
                        Dates.effective(Folding.fold(structure.wholeText(i))).orElse(null);
                if (found != null && (date == null || found.isAfter(date))) {
                    latest = provision;
                    date = found;
                }
            }
        }
        if (latest != null && date != null && !date.equals(effectiveOn)) {
            warnings.add(Warning.of(Code.EFFECTIVE_DATE_DIFFERS, latest, date.toString(), effectiveOn.toString()));
        }
    }

    private static void editionNumber(Structure structure, int editionNumber, List<Warning> warnings) {
        structure
                .at("title")
                .ifPresent(title -> EditionInTitle.read(Folding.fold(title.text()))
                        .filter(printed -> printed != editionNumber)
                        .ifPresent(printed -> warnings.add(Warning.of(
                                Code.EDITION_NUMBER_DIFFERS,
                                title,
                                Integer.toString(printed),
                                Integer.toString(editionNumber)))));
    }

    private static void invisibleCharacters(Structure structure, List<Warning> warnings) {
        for (var provision : structure.provisions()) {
            var found = provision
                    .text()
                    .codePoints()
                    .filter(Folding::isInvisible)
                    .distinct()
                    .limit(MOST_CODE_POINTS)
                    .mapToObj(codePoint -> String.format(Locale.ROOT, "U+%04X", codePoint))
                    .toList();
            if (!found.isEmpty()) {
                warnings.add(new Warning(Code.INVISIBLE_CHARACTERS, provision.path(), found));
            }
        }
    }
}
