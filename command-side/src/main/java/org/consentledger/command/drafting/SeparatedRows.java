package org.consentledger.command.drafting;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.regex.Pattern;
import org.consentledger.command.platform.Code;
import org.consentledger.command.platform.CommandRejected;

/** Rows of tab-separated text, quoted as spreadsheets do it; a cell may be marked up as a piece of HTML. */
final class SeparatedRows {
    private static final Pattern MARKUP =
            Pattern.compile("(?i)<(p|br|b|u|i|s|em|strong|ins|del|div|span)(\\s[^>]*)?/?>");

    private SeparatedRows() {}

    static List<List<String>> of(String text) {
        try (var records = CsvReader.builder()
                .fieldSeparator('\t')
                .skipEmptyLines(true)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .ofCsvRecord(text)) {
            return records.stream()
                    .map(row ->
                            row.getFields().stream().map(SeparatedRows::cell).toList())
                    .toList();
        } catch (CsvParseException _) {
            throw new CommandRejected(Code.DOCUMENT_UNREADABLE);
        } catch (IOException e) {
            throw new UncheckedIOException("a text in memory can be read", e);
        }
    }

    private static String cell(String cell) {
        return MARKUP.matcher(cell).find() ? HtmlRows.fragment(cell) : cell;
    }
}
