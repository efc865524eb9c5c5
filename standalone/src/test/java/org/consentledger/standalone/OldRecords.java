package org.consentledger.standalone;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A file of old records for the demo's terms. One row in a hundred is bad in each of the ways there are; it knows which,
 * and what must become of them.
 *
 * @param good how many rows are to be recorded
 * @param rejects what the rejects file must hold, in its order
 */
record OldRecords(Path file, int good, List<Reject> rejects) {
    private static final String HEADER = "kind,customerId,termsId,edition,decisions,expressedAt,datePrecision,channel,"
            + "sourceKind,reference,actorKind,evidenceNote\r\n";
    private static final int HUNDRED = 100;
    private static final int BETWEEN_FAULTS = 7;
    private static final Pattern REJECT =
            Pattern.compile("(\\d+),([A-Z_]+),(?:\"(?:[^\"]|\"\")*\"|[^,\"]*),(.*\n)", Pattern.DOTALL);

    /** @param row byte for byte, as ISO 8859-1 reads it */
    record Reject(long line, String code, String row) {}

    /** What can be wrong with a row. */
    private enum Fault {
        EDITION_UNKNOWN("EDITION_UNKNOWN"),
        NO_SUCH_DAY("MALFORMED"),
        CHANNEL_UNKNOWN("MALFORMED"),
        QUOTE_OPEN("MALFORMED"),
        MAIL_ADDRESS("MALFORMED"),
        FIELD_MISSING("MALFORMED"),
        REFERENCE_REUSED("IDEMPOTENCY_KEY_REUSED"),
        NO_UTF8("MALFORMED"),
        KIND_UNKNOWN("MALFORMED"),
        REFERENCE_MISSING("MALFORMED"),
        IN_THE_FUTURE("EXPRESSED_IN_FUTURE"),
        PURPOSE_UNKNOWN("PURPOSE_UNKNOWN");

        private final String code;

        Fault(String code) {
            this.code = code;
        }
    }

    static OldRecords write(Path file, int rows) throws IOException {
        var rejects = new ArrayList<Reject>();
        long line = 1;
        try (var out = new BufferedOutputStream(Files.newOutputStream(file))) {
            line += write(out, HEADER);
            for (int i = 0; i < rows; i++) {
                int place = i % HUNDRED;
                var fault = place % BETWEEN_FAULTS == 3 && place / BETWEEN_FAULTS < Fault.values().length
                        ? Fault.values()[place / BETWEEN_FAULTS]
                        : null;
                String row = fault == null ? good(i) : bad(i, fault);
                if (fault != null) {
                    rejects.add(new Reject(line, fault.code, row));
                }
                line += write(out, row);
            }
        }
        return new OldRecords(file, rows - rejects.size(), rejects);
    }

    /** What a rejects file holds. */
    static List<Reject> read(Path rejectsFile) throws IOException {
        var lines = Files.readString(rejectsFile, StandardCharsets.ISO_8859_1).split("(?<=\n)", -1);
        var found = new ArrayList<Reject>();
        for (int i = 1; i < lines.length - 1; i++) {
            var match = REJECT.matcher(lines[i]);
            if (!match.matches()) {
                throw new AssertionError("no reject: " + lines[i]);
            }
            found.add(new Reject(Long.parseLong(match.group(1)), match.group(2), match.group(3)));
        }
        return found;
    }

    private static String good(int i) {
        String note = i % 10 == 0 ? "\"two\nlines, \"\"quoted\"\"\"" : "";
        return row(i % 20 == 1 ? "REFUSAL" : "ACCEPTANCE", i, "12", "", "2019-08-" + day(i), "good/" + i, note);
    }

    private static String bad(int i, Fault fault) {
        String day = "2019-08-" + day(i);
        String reference = "bad/" + i;
        return switch (fault) {
            case EDITION_UNKNOWN -> row("ACCEPTANCE", i, "11", "", day, reference, "");
            case NO_SUCH_DAY -> row("ACCEPTANCE", i, "12", "", "2019-02-30", reference, "");
            case CHANNEL_UNKNOWN ->
                row("ACCEPTANCE", i, "12", "", day, reference, "").replace("LETTER", "FAX");
            case QUOTE_OPEN -> row("ACCEPTANCE", i, "12", "", day, reference, "\"open");
            case MAIL_ADDRESS ->
                row("ACCEPTANCE", i, "12", "", day, reference, "").replace("k-", "k@");
            case FIELD_MISSING -> "ACCEPTANCE,k-" + i + ",desknets-cloud\r\n";
            case REFERENCE_REUSED -> good(i - 1).replace("2019-08", "2019-09");
            case NO_UTF8 -> row("ACCEPTANCE", i, "12", "", day, reference, "\u00e9");
            case KIND_UNKNOWN -> row("OPINION", i, "12", "", day, reference, "");
            case REFERENCE_MISSING -> row("ACCEPTANCE", i, "12", "", day, "", "");
            case IN_THE_FUTURE -> row("ACCEPTANCE", i, "12", "", "2999-01-01", reference, "");
            case PURPOSE_UNKNOWN -> row("ACCEPTANCE", i, "12", "weather=GIVEN", day, reference, "");
        };
    }

    private static String row(
            String kind, int i, String edition, String decisions, String day, String reference, String note) {
        return String.format(
                Locale.ROOT,
                "%s,k-%d,desknets-cloud,%s,%s,%s,DAY,LETTER,PAPER,%s,SELF,%s\r\n",
                kind,
                i / 3,
                edition,
                decisions,
                day,
                reference,
                note);
    }

    private static String day(int i) {
        return String.format(Locale.ROOT, "%02d", 1 + i % 28);
    }

    /** Answers how many lines it was. */
    private static long write(OutputStream out, String row) throws IOException {
        out.write(row.getBytes(StandardCharsets.ISO_8859_1));
        return row.chars().filter(c -> c == '\n').count();
    }
}
