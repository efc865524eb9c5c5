package org.consentledger.command.drafting;

import java.util.EnumSet;
import java.util.Set;
import org.consentledger.command.platform.Code;
import org.consentledger.command.platform.CommandRejected;
import org.consentledger.comparison.printed.PrintedTable;

/** A comparison table (新旧対照表) as a document brings it. */
record TableDocument(PrintedTable table, Set<LeftOut> leftOut) {

    /**
     * Reads it, whatever form it has.
     *
     * @throws CommandRejected {@code TABLE_NOT_FOUND} where no row names the new and the old column
     */
    static TableDocument of(Brought document) {
        var leftOut = EnumSet.noneOf(LeftOut.class);
        var cells = switch (document.type()) {
            case Brought.HTML -> HtmlRows.of(document);
            case Brought.PLAIN, Brought.SEPARATED -> SeparatedRows.of(document.text());
            case Brought.DOCX -> WordDocument.rows(document.bytes(), leftOut);
            default -> throw new CommandRejected(Code.UNSUPPORTED_MEDIA_TYPE);
        };
        var clean = cells.stream()
                .map(row -> row.stream()
                        .map(cell -> DraftedText.withoutControls(cell, leftOut))
                        .toList())
                .toList();
        return new TableDocument(
                PrintedTable.of(clean).orElseThrow(() -> new CommandRejected(Code.TABLE_NOT_FOUND)), leftOut);
    }
}
