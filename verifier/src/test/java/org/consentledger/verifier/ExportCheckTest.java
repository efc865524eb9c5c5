package org.consentledger.verifier;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.consentledger.ledger.audit.AuditReport;
import org.consentledger.ledger.audit.Damage;
import org.consentledger.ledger.audit.Finding;
import org.consentledger.ledger.audit.Progress;
import org.consentledger.ledger.directory.CheckpointLine;
import org.consentledger.ledger.directory.Lines;
import org.consentledger.ledger.export.Export;
import org.consentledger.ledger.export.ExportRefused;
import org.consentledger.ledger.note.Quorum;
import org.consentledger.ledger.note.SignedNote;
import org.consentledger.ledger.note.VerifierKey;
import org.consentledger.ledger.signer.KeyDirectory;
import org.consentledger.ledger.testing.SoundLedger;
import org.consentledger.ledger.testing.Tampering;
import org.consentledger.ledger.testing.TestPostgres;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class ExportCheckTest {
    @TempDir
    private static Path directory;

    private static Path export;
    private static String sound;
    private static VerifierKey key;

    @BeforeAll
    static void exportASoundLedger() throws IOException {
        sound = SoundLedger.create(directory.resolve("log-keys"));
        key = new KeyDirectory(directory.resolve("log-keys")).verifierKey().orElseThrow();
        export = directory.resolve("export");
        export(sound, export);
    }

    @Test
    @DisplayName("無傷の台帳の写しは、検証に合格する")
    void verifiesTheExportOfASoundLedger() throws IOException {
        var report = check(export);

        assertThat(report.findings()).isEmpty();
        assertThat(report.isVerified()).isTrue();
        assertThat(report.size()).isEqualTo(SoundLedger.SIZE);
        assertThat(report.checkpoints()).isEqualTo(31);
        assertThat(report.remarks()).isEmpty();
    }

    @Test
    void saysThatTheKeyIsTheExportsOwnWhereNoneIsGiven() throws IOException {
        var report = new ExportCheck(export, List.of(), List.of(), Quorum.NONE, Progress.none()).run();

        assertThat(report.isVerified()).isTrue();
        assertThat(report.remarks()).anyMatch(remark -> remark.contains(key.encode()));
    }

    /** But for those outside of what was signed, which no export holds: only the database shows them, and fsck tells. */
    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.EXCLUDE,
            names = {
                "EVENT_ADDED",
                "LEAF_ADDED",
                "TILE_ADDED",
                "ROOT_CHANGED",
                "SIZE_CHANGED",
                "TREE_TIME_CHANGED",
                "TREE_ROW_DELETED",
                "EVENT_PUT_BELOW_THE_FIRST",
                "OLDER_CHECKPOINT_PUT_BACK"
            })
    @DisplayName("台帳の改ざんは、写しの検証でも種類と位置を挙げて指摘される")
    void namesWhatWasDoneToTheLedgerBeforeItWasExported(Tampering tampering, @TempDir Path to) throws Exception {
        String url = TestPostgres.copy(sound);
        try (var database = TestPostgres.pool(url)) {
            tampering.apply(database);
        }
        try {
            export(url, to);
        } catch (ExportRefused e) {
            var unfinished = check(to);
            assertThat(unfinished.findings()).extracting(Finding::damage).containsExactly(Damage.FILE_MISSING);
            return;
        }
        assertThat(check(to).findings())
                .anyMatch(finding ->
                        finding.damage() == tampering.damage() && finding.position() == tampering.position());
    }

    static Stream<String> everyFile() throws IOException {
        try (var files = Files.walk(export)) {
            return files
                    .filter(Files::isRegularFile)
                    .map(file -> export.relativize(file).toString())
                    .toList()
                    .stream();
        }
    }

    @ParameterizedTest
    @MethodSource("everyFile")
    @DisplayName("写しのどのファイルのどの一ビットが変わっても、不合格になる")
    void refusesEveryChangedFile(String name) throws IOException {
        Path file = export.resolve(name);
        byte[] sane = Files.readAllBytes(file);
        var random = new SplittableRandom(name.hashCode());
        try {
            for (int i = 0; i < 12; i++) {
                byte[] flipped = sane.clone();
                int at = i == 0 ? 0 : i == 1 ? sane.length - 1 : random.nextInt(sane.length);
                flipped[at] ^= (byte) (1 << random.nextInt(8));
                refuses(file, flipped);
            }
            refuses(file, Arrays.copyOf(sane, sane.length - 1));
            refuses(file, Arrays.copyOf(sane, sane.length / 2));
            refuses(file, Arrays.copyOf(sane, sane.length + 1));
            refuses(file, doubled(sane));
            refuses(file, new byte[0]);
            Files.delete(file);
            assertThat(check(export).isVerified()).isFalse();
        } finally {
            Files.write(file, sane);
        }
        assertThat(check(export).isVerified()).isTrue();
    }

    private static void refuses(Path file, byte[] bytes) throws IOException {
        Files.write(file, bytes);
        assertThat(check(export).isVerified()).as("%s", file).isFalse();
    }

    private static byte[] doubled(byte[] bytes) {
        byte[] twice = Arrays.copyOf(bytes, 2 * bytes.length);
        System.arraycopy(bytes, 0, twice, bytes.length, bytes.length);
        return twice;
    }

    @Test
    void namesALineThatWasTakenOutOfTheEvents(@TempDir Path to) throws IOException {
        copyTo(to);
        var events = to.resolve("events/000");
        var lines = Files.readAllLines(events);
        lines.remove(17);
        Files.write(events, lines);

        assertThat(check(to).findings())
                .singleElement()
                .extracting(Finding::damage, Finding::position)
                .containsExactly(Damage.EVENT_MISSING, 17L);
    }

    @Test
    void namesALineThatWasPutIntoTheEvents(@TempDir Path to) throws IOException {
        copyTo(to);
        var events = to.resolve("events/000");
        var lines = Files.readAllLines(events);
        lines.add(40, lines.get(39));
        Files.write(events, lines);

        assertThat(check(to).findings())
                .singleElement()
                .extracting(Finding::damage, Finding::position)
                .containsExactly(Damage.EVENT_INSERTED, 40L);
    }

    @Test
    @DisplayName("古いチェックポイントへの差し替えは、指摘される")
    void namesAnOlderCheckpointThatWasPutBack(@TempDir Path to) throws IOException {
        copyTo(to);
        Files.writeString(to.resolve("checkpoint"), noteOfSize(580));

        assertThat(check(to).findings())
                .singleElement()
                .extracting(Finding::damage, Finding::position)
                .containsExactly(Damage.CHECKPOINT_PUT_BACK, 580L);
    }

    @Test
    @DisplayName("チェックポイントを一つ抜いて隣を二度書いても、指摘される")
    void namesACheckpointThatStandsInAnothersPlace(@TempDir Path to) throws IOException {
        copyTo(to);
        var checkpoints = to.resolve("checkpoints/000.p/31");
        var lines = Files.readAllLines(checkpoints);
        lines.set(11, lines.get(10));
        Files.write(checkpoints, lines);

        assertThat(check(to).findings())
                .singleElement()
                .extracting(Finding::damage, Finding::position)
                .containsExactly(Damage.CHECKPOINT_PUT_BACK, 200L);
    }

    @Test
    void refusesAWholeOlderExportByACheckpointThatSomebodyKept(@TempDir Path to) throws Exception {
        String url = TestPostgres.copy(sound);
        try (var database = TestPostgres.pool(url)) {
            Tampering.OLDER_CHECKPOINT_PUT_BACK.apply(database);
        }
        export(url, to);
        assertThat(check(to).isVerified()).isTrue();

        var report = new ExportCheck(
                        to, List.of(key), List.of(SignedNote.parse(noteOfSize(520))), Quorum.NONE, Progress.none())
                .run();

        assertThat(report.findings())
                .singleElement()
                .extracting(Finding::damage, Finding::position)
                .containsExactly(Damage.CHECKPOINT_BEYOND, 500L);
    }

    @Test
    void continuesACheckpointThatSomebodyKept() throws IOException {
        var kept = List.of(SignedNote.parse(noteOfSize(0)), SignedNote.parse(noteOfSize(320)));

        assertThat(new ExportCheck(export, List.of(key), kept, Quorum.NONE, Progress.none())
                        .run()
                        .isVerified())
                .isTrue();
    }

    @Test
    @DisplayName("別の台帳の鍵では、検証に合格しない")
    void refusesAnotherLedgersKey() throws IOException {
        var other = new KeyDirectory(directory.resolve("other")).key(key.name()).verifierKey();

        var report = new ExportCheck(export, List.of(other), List.of(), Quorum.NONE, Progress.none()).run();

        assertThat(report.findings())
                .extracting(Finding::damage)
                .contains(Damage.KEY_UNKNOWN, Damage.CHECKPOINT_NOT_SIGNED);
    }

    @Test
    void tellsWhatIsNotPartOfTheExport(@TempDir Path to) throws IOException {
        copyTo(to);
        Files.createDirectories(to.resolve("tile/0/001.p"));
        Files.write(to.resolve("tile/0/001.p/5"), new byte[160]);
        Files.writeString(to.resolve("README"), "hello");

        var report = check(to);

        assertThat(report.isVerified()).isTrue();
        assertThat(report.remarks()).singleElement().asString().contains("README", "tile/0/001.p/5");
    }

    private static String noteOfSize(long size) throws IOException {
        try (var lines = Lines.of(export.resolve("checkpoints/000.p/31"))) {
            for (byte[] line = lines.next(); line != null; line = lines.next()) {
                String note = CheckpointLine.parse(line).note();
                if (note.lines().skip(1).findFirst().orElseThrow().equals(Long.toString(size))) {
                    return note;
                }
            }
        }
        throw new AssertionError("no checkpoint of size " + size);
    }

    private static AuditReport check(Path directory) throws IOException {
        return new ExportCheck(directory, List.of(key), List.of(), Quorum.NONE, Progress.none()).run();
    }

    private static void export(String url, Path to) throws IOException {
        try (var database = TestPostgres.pool(url)) {
            new Export(database, to, Progress.none()).run();
        }
    }

    private static void copyTo(Path to) throws IOException {
        try (var files = Files.walk(export)) {
            files.filter(Files::isRegularFile).forEach(file -> copy(file, to.resolve(export.relativize(file))));
        }
    }

    private static void copy(Path file, Path to) {
        try {
            Files.createDirectories(to.resolveSibling("."));
            Files.copy(file, to);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
