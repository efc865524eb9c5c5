package org.consentledger.events.terms;

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
 */
public record EditionContent(
        String label,
        LocalDate revisedOn,
        LocalDate effectiveOn,
        String text,
        Change change,
        List<PurposeOfUse> purposes) {

    public EditionContent {
        purposes = List.copyOf(purposes);
    }
}
