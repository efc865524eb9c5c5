package org.consentledger.comparison.printed;

import java.util.List;
import org.consentledger.provisions.Kind;
import org.consentledger.provisions.Structure;

/**
 * What a printed table makes of the old edition: the draft of the new one.
 *
 * @param text where the table says nothing, or nothing clear, that of the old edition
 * @param elided what the draft leaves out, since neither the table nor the old edition shows it
 * @param problems rows that were not followed, in their order
 */
public record AppliedTable(String text, List<Elided> elided, List<TableProblem> problems) {
    public AppliedTable {
        elided = List.copyOf(elided);
        problems = List.copyOf(problems);
    }

    /** A sign (略) in the draft, by its path there and as printed. */
    public record Elided(String path, String text) {}

    /** Follows the rows that are clear and reports the others. */
    public static AppliedTable of(PrintedTable table, Structure older) {
        return new TableApplication(older).apply(table);
    }

    static List<Elided> elided(String text) {
        return Structure.of(text).provisions().stream()
                .filter(provision -> provision.kind() == Kind.ELISION)
                .map(provision -> new Elided(provision.path(), provision.text().strip()))
                .toList();
    }
}
