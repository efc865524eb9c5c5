package org.consentledger.standalone;

import java.nio.file.Path;
import org.consentledger.command.imports.ImportReport;
import org.consentledger.command.imports.ImportReport.Counts;

/** Tells on standard output what became of the rows, and answers the exit status. */
@TalksToTheTerminal
final class ImportText {
    private ImportText() {}

    static int print(ImportReport report, Path rejects) {
        System.out.println(counts("imported", report.all(), "recorded"));
        printDetails(report, "recorded");
        if (report.all().rejected() > 0) {
            System.out.println(
                    "The rejected rows are in " + rejects + ", each with its reason. They may hold personal data.");
        }
        return status(report);
    }

    static int printPreview(ImportReport report) {
        System.out.println(counts("preview, nothing is recorded", report.all(), "would be recorded"));
        printDetails(report, "would be recorded");
        report.rejects()
                .forEach(reject ->
                        System.out.println("line " + reject.line() + ": " + reject.code() + ": " + reject.message()));
        long more = report.all().rejected() - report.rejects().size();
        if (more > 0) {
            System.out.println("and " + more + " more");
        }
        return status(report);
    }

    private static void printDetails(ImportReport report, String recorded) {
        report.kinds().forEach((kind, counts) -> System.out.println(counts("  " + kind, counts, recorded)));
        report.codes().forEach((code, count) -> System.out.println("  rejected for " + code + ": " + count));
        if (report.digestsTaken() > 0) {
            System.out.println("  " + report.digestsTaken()
                    + " rows do not say which text was shown; the digest of their edition was taken");
        }
    }

    private static String counts(String what, Counts counts, String recorded) {
        return what + ": " + counts.rows() + " rows, " + counts.recorded() + " " + recorded + ", "
                + counts.alreadyRecorded() + " were in the ledger already, " + counts.rejected() + " rejected";
    }

    private static int status(ImportReport report) {
        return report.all().rejected() == 0 ? 0 : 1;
    }
}
