package org.consentledger.command.imports;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.consentledger.command.platform.Code;

/**
 * What became of the rows of a file; in a preview, what would become of them.
 *
 * @param digestsTaken rows recorded that did not say which text was shown, so that the edition's own digest was taken
 * @param kinds by the kind of row; a row of no known kind counts in {@code all} alone
 * @param codes how many rows were rejected, by reason
 * @param rejects the first of them, in the order of the file
 */
public record ImportReport(
        Counts all, long digestsTaken, Map<String, Counts> kinds, Map<Code, Long> codes, List<Reject> rejects) {
    /** So many rejects are told one by one; the rejects file has all of them. */
    public static final int MOST_REJECTS = 100;

    static final ImportReport NOTHING = new ImportReport(Counts.NONE, 0, Map.of(), Map.of(), List.of());

    public ImportReport {
        kinds = new TreeMap<>(kinds);
        codes = new TreeMap<>(codes);
        rejects = List.copyOf(rejects);
    }

    /**
     * Counts of rows.
     *
     * @param rows all of them: the sum of the others
     * @param alreadyRecorded what the ledger held already, by an earlier import of the same original or an earlier part
     *     of this one
     */
    public record Counts(long rows, long recorded, long alreadyRecorded, long rejected) {
        static final Counts NONE = new Counts(0, 0, 0, 0);

        Counts plus(Outcome outcome) {
            return switch (outcome) {
                case Outcome.Recorded _ -> new Counts(rows + 1, recorded + 1, alreadyRecorded, rejected);
                case Outcome.AlreadyRecorded _ -> new Counts(rows + 1, recorded, alreadyRecorded + 1, rejected);
                case Outcome.Rejected _ -> new Counts(rows + 1, recorded, alreadyRecorded, rejected + 1);
            };
        }
    }
}
