package org.consentledger.command.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.consentledger.command.platform.Malformed;
import org.consentledger.command.platform.Malformed.Fault;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class CsvRowsTest {
    private static final String HEADER = "kind,customerId,reference,evidenceNote\n";

    @TempDir
    private Path directory;

    static Stream<Arguments> files() {
        return Stream.of(
                Arguments.of("LF", "A,c1,r1,x\nA,c2,r2,y\n", List.of("2 A c1 r1 x", "3 A c2 r2 y")),
                Arguments.of("CRLF", "A,c1,r1,x\r\nA,c2,r2,y\r\n", List.of("2 A c1 r1 x", "3 A c2 r2 y")),
                Arguments.of("no last line end", "A,c1,r1,x", List.of("2 A c1 r1 x")),
                Arguments.of("empty lines", "\nA,c1,r1,x\n\r\n\nA,c2,r2,y\n\n", List.of("3 A c1 r1 x", "6 A c2 r2 y")),
                Arguments.of("empty cells", "A,c1,,\n", List.of("2 A c1")),
                Arguments.of("nothing", "", List.of()),
                Arguments.of("quotes", "A,\"c1\",r1,\"a \"\"b\"\", c\"\n", List.of("2 A c1 r1 a \"b\", c")),
                Arguments.of(
                        "line break in a cell",
                        "A,c1,r1,\"a\n\nb\"\nA,c2,r2,y\n",
                        List.of("2 A c1 r1 a\n\nb", "5 A c2 r2 y")),
                Arguments.of(
                        "quote inside", "A,c1,r1,5\" disk\nA,c2,r2,y\n", List.of("2 A c1 r1 5\" disk", "3 A c2 r2 y")),
                Arguments.of(
                        "quote never closed",
                        "A,c1,r1,\"a\nA,c2,r2,y\nA,c3,r3,z\n",
                        List.of("2 NOT_CSV", "3 A c2 r2 y", "4 A c3 r3 z")),
                Arguments.of(
                        "quote closed by a later row's",
                        "A,c1,r1,\"a\nA,c2,r2,y\nA,c3,r3,\"z\"\nA,c4,r4,w\n",
                        List.of("2 NOT_CSV", "3 A c2 r2 y", "4 A c3 r3 z", "5 A c4 r4 w")),
                Arguments.of("text behind a quote", "A,c1,\"r1\"1,a\nA,c2,r2,y\n", List.of("2 NOT_CSV", "3 A c2 r2 y")),
                Arguments.of("too few fields", "A,c1,r1\nA,c2,r2,y\n", List.of("2 FIELDS_MISCOUNTED", "3 A c2 r2 y")),
                Arguments.of(
                        "too many fields", "A,c1,r1,x,\nA,c2,r2,y\n", List.of("2 FIELDS_MISCOUNTED", "3 A c2 r2 y")),
                Arguments.of(
                        "row too long",
                        "A,c1,r1," + "x".repeat(Lines.LONGEST) + "\nA,c2,r2,y\n",
                        List.of("2 TOO_LARGE", "3 A c2 r2 y")),
                Arguments.of(
                        "row of many lines too long", "A,c1,r1,\"" + "x\n".repeat(Lines.LONGEST / 2) + "\"\n", null));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("files")
    @DisplayName("壊れた行は一行だけで、隣の行を巻き込まない")
    void takesABrokenRowForOneRow(String what, String rows, List<String> expected) throws IOException {
        var found = read(HEADER + rows);
        if (expected == null) {
            assertThat(found).as(what).hasSize(Lines.LONGEST / 2 + 1).noneMatch(row -> row.contains("A c1"));
        } else {
            assertThat(found).as(what).isEqualTo(expected);
        }
    }

    @Test
    @DisplayName("BOM はあってもなくてもよい")
    void passesOverAByteOrderMark() throws IOException {
        assertThat(read("\uFEFF" + HEADER + "A,c1,r1,x\n")).containsExactly("2 A c1 r1 x");
    }

    @Test
    @DisplayName("UTF-8 でない行は、その行だけが拒まれる")
    void takesBytesThatAreNoUtf8ForOneBrokenRow() throws IOException {
        var file = directory.resolve("latin");
        Files.write(file, (HEADER + "A,c1,r1,\u00e9\nA,c2,r2,y\n").getBytes(StandardCharsets.ISO_8859_1));

        assertThat(read(file, Place.START)).containsExactly("2 NOT_CSV", "3 A c2 r2 y");
    }

    @Test
    @DisplayName("前に読んだ行の次から読める")
    void goesOnBehindAnyRow() throws IOException {
        String text = HEADER + "A,c1,r1,\"a\nb\"\r\n\nA,c2,r2,\"open\nA,c3,r3,z\n";
        var file = Files.writeString(directory.resolve("rows"), text);
        var places = new ArrayList<Place>();
        try (var rows = CsvRows.open(file, Place.START)) {
            for (var row = rows.next(); row != null; row = rows.next()) {
                places.add(row.place());
            }
        }

        var all = read(file, Place.START);
        assertThat(all).hasSize(3);
        for (int i = 0; i < places.size(); i++) {
            assertThat(read(file, places.get(i))).isEqualTo(all.subList(i + 1, all.size()));
        }
    }

    static Stream<Arguments> headers() {
        return Stream.of(
                Arguments.of("", Fault.COLUMN_UNKNOWN),
                Arguments.of("kind,\"customerId", Fault.NOT_CSV),
                Arguments.of("kind,customerId", Fault.COLUMN_MISSING),
                Arguments.of("customerId,reference", Fault.COLUMN_MISSING),
                Arguments.of("kind,customerId,reference,colour", Fault.COLUMN_UNKNOWN),
                Arguments.of("kind,customerId,reference,Kind", Fault.COLUMN_UNKNOWN),
                Arguments.of("kind,customerId,reference,", Fault.COLUMN_UNKNOWN),
                Arguments.of("kind,customerId,reference,kind", Fault.COLUMN_TWICE));
    }

    @ParameterizedTest
    @MethodSource("headers")
    @DisplayName("見出しに知らない列があれば、何も取り込まずに断る")
    void refusesAHeaderThatMakesNoSense(String header, Fault fault) throws IOException {
        var file = Files.writeString(directory.resolve("rows"), header + "\nA,c1,r1,x\n");

        assertThatThrownBy(() -> CsvRows.open(file, Place.START)).isInstanceOfSatisfying(Malformed.class, e -> {
            assertThat(e.fault()).isEqualTo(fault);
            assertThat(e.pointer()).isEqualTo("line:1");
        });
    }

    @Test
    @DisplayName("取り込めなかった行のファイルは、直してそのまま取り込める")
    void passesOverTheColumnsOfARejectsFile() throws IOException {
        String rejects = "rejectedLine,rejectedCode,rejectedMessage," + HEADER + "17,MALFORMED,\"no, no\",A,c1,r1,x\n";

        assertThat(read(rejects)).containsExactly("2 A c1 r1 x");
    }

    private List<String> read(String text) throws IOException {
        return read(Files.writeString(directory.resolve("rows"), text), Place.START);
    }

    private static List<String> read(Path file, Place after) throws IOException {
        var found = new ArrayList<String>();
        try (var rows = CsvRows.open(file, after)) {
            for (var row = rows.next(); row != null; row = rows.next()) {
                found.add(row.place().line() + " " + tell(row));
            }
        }
        return found;
    }

    private static String tell(Row row) {
        return switch (row) {
            case Row.Illegible illegible ->
                illegible.fault() instanceof Malformed malformed
                        ? malformed.fault().name()
                        : illegible.fault().code().name();
            case Row.Legible legible ->
                String.join(
                        " ",
                        Stream.of("/kind", "/customerId", "/source/reference", "/evidence/note")
                                .map(legible.members()::at)
                                .filter(value -> !value.isMissingNode())
                                .map(value -> value.asString())
                                .toList());
        };
    }
}
