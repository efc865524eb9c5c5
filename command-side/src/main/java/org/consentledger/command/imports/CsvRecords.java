package org.consentledger.command.imports;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What RFC 4180 says of some bytes. */
final class CsvRecords {
    private static final CsvReader.CsvReaderBuilder RFC_4180 =
            CsvReader.builder().allowUnclosedQuote(false).skipEmptyLines(false);

    private CsvRecords() {}

    /** The fields of the one record that the bytes are; {@code null} where they are not exactly one, in UTF-8. */
    static @Nullable List<String> one(byte[] bytes) {
        try (var records = RFC_4180.ofCsvRecord(decode(bytes))) {
            var all = records.iterator();
            var first = all.next();
            return all.hasNext() ? null : first.getFields();
        } catch (CharacterCodingException | CsvParseException _) {
            return null;
        } catch (IOException e) {
            throw new UncheckedIOException("a text in memory can be read", e);
        }
    }

    /** Whether a quoted field that begins in here may go on in the next line: RFC 4180 closes and doubles all quotes. */
    static boolean leavesQuoteOpen(byte[] bytes) {
        boolean open = false;
        for (byte b : bytes) {
            open ^= b == '"';
        }
        return open;
    }

    private static String decode(byte[] bytes) throws CharacterCodingException {
        return StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(bytes))
                .toString();
    }
}
