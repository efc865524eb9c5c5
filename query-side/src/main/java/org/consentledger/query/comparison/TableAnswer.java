package org.consentledger.query.comparison;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.consentledger.comparison.Cell;
import org.consentledger.comparison.Heading;
import org.consentledger.comparison.Remark;
import org.consentledger.comparison.Row;
import org.consentledger.comparison.Segment;
import org.consentledger.events.ContentDigest;
import org.consentledger.events.EditionNumber;
import org.consentledger.events.TermsId;
import org.jspecify.annotations.Nullable;

/** The table as a client reads it; the contract, "Asking". */
record TableAnswer(
        TermsId termsId,
        @JsonProperty("new") Edition newer,
        @JsonProperty("old") Edition older,
        List<TableRow> rows) {
    private static final String ELISION = "(略)";

    record Edition(
            EditionNumber number,
            String label,
            ComparedEdition.Status status,
            LocalDate effectiveOn,
            ContentDigest digest) {

        static Edition of(ComparedEdition edition) {
            return new Edition(
                    edition.number(), edition.label(), edition.status(), edition.effectiveOn(), edition.digest());
        }
    }

    /**
     * A row; each side is the headings and what the provision says, line by line, and {@code null} where it has none.
     *
     * @param path in the newer edition, of a deleted provision in the older
     * @param after what an added or moved provision was put behind, where the headings do not tell
     * @param newSegments what the provision says, the changed words apart, without headings
     */
    record TableRow(
            @JsonProperty("new") @Nullable String newer,
            @JsonProperty("old") @Nullable String older,
            Remark remark,
            String path,
            @Nullable String oldPath,
            @Nullable String after,
            List<Segment> newSegments,
            List<Segment> oldSegments) {

        static TableRow of(Row row) {
            var after = row.newer().after();
            return new TableRow(
                    whole(row.newer()),
                    whole(row.older()),
                    row.remark(),
                    row.path(),
                    row.oldPath(),
                    after == null ? null : after.text(),
                    row.newer().segments(),
                    row.older().segments());
        }

        private static @Nullable String whole(Cell cell) {
            return cell.isEmpty()
                    ? null
                    : Stream.concat(cell.headings().stream().map(TableAnswer::printed), Stream.of(cell.text()))
                            .collect(Collectors.joining("\n"));
        }
    }

    static TableAnswer of(Comparison comparison) {
        return new TableAnswer(
                comparison.termsId(),
                Edition.of(comparison.newer()),
                Edition.of(comparison.older()),
                comparison.table().rows().stream().map(TableRow::of).toList());
    }

    private static String printed(Heading heading) {
        return heading.printed(ELISION);
    }
}
