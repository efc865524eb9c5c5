package org.consentledger.events.terms;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;

/**
 * What an edition says.
 *
 * @param label the edition as it names itself, such as 第十三版
 * @param revisedOn civil day of the amendment (改訂日), in the terms' zone
 * @param effectiveOn civil day from whose first instant, in the terms' zone, the edition is in force (施行日)
 * @param text exactly as given, character for character
 * @param purposes in the order of the text
 * @param matches what the author says about the identity of provisions; absent in the stored form where there is nothing
 */
public record EditionContent(
        String label,
        LocalDate revisedOn,
        LocalDate effectiveOn,
        String text,
        Change change,
        List<PurposeOfUse> purposes,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<ProvisionMatch> matches) {

    public EditionContent {
        purposes = List.copyOf(purposes);
        matches = matches == null ? List.of() : List.copyOf(matches);
    }

    /** Whose provisions are those of the edition before it as the texts suggest. */
    public EditionContent(
            String label,
            LocalDate revisedOn,
            LocalDate effectiveOn,
            String text,
            Change change,
            List<PurposeOfUse> purposes) {
        this(label, revisedOn, effectiveOn, text, change, purposes, List.of());
    }
}
