package org.consentledger.ledger.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.consentledger.ledger.audit.Progress;
import org.consentledger.ledger.directory.EventLine;
import org.consentledger.ledger.testing.SoundLedger;
import org.consentledger.ledger.testing.Tampering;
import org.consentledger.ledger.testing.TestLedger;
import org.consentledger.ledger.testing.TestPostgres;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExportTest {
    @TempDir
    private static Path keys;

    private static String sound;

    @TempDir
    private Path to;

    @TempDir
    private Path copiedKeys;

    @BeforeAll
    static void createLedger() {
        sound = SoundLedger.create(keys);
    }

    @Test
    void writesTheSameFilesWhereverItWasKilledBefore() throws IOException {
        export(sound);
        var whole = files();

        assertThat(whole)
                .containsKeys("assertion.json", "checkpoint", "tile/0/001", "tile/0/002.p/88", "tile/1/000.p/2")
                .containsKeys("tile/entries/002.p/88", "events/002.p/88", "checkpoints/000.p/31");
        Files.delete(to.resolve("assertion.json"));
        Files.delete(to.resolve("events/001"));
        Files.delete(to.resolve("tile/1/000.p/2"));
        tear(to.resolve("events/000"));
        Files.writeString(to.resolve("file.draft"), "left by a kill");
        var exported = export(sound);

        assertThat(exported.kept()).isGreaterThan(4);
        assertThat(files()).isEqualTo(whole);
    }

    @Test
    void addsWhatHasComeSince() throws IOException {
        String url = TestPostgres.copy(sound);
        export(url);
        var before = files();
        try (var database = TestPostgres.pool(url);
                var ledger = TestLedger.signing(database, ownKeys())) {
            SoundLedger.append(ledger, SoundLedger.SIZE, 200);
        }

        assertThat(export(url).size()).isEqualTo(800);

        assertThat(files()).containsEntry("events/001", before.get("events/001"));
        assertThat(files()).containsKey("events/002").doesNotContainKey("events/002.p/88");
        assertThat(files()).doesNotContainKey("tile/0/002.p/88").doesNotContainKey("checkpoints/000.p/31");
    }

    @Test
    void keepsTheStoredBytes() throws Exception {
        String url = TestPostgres.copy(sound);
        try (var database = TestPostgres.pool(url)) {
            Tampering.PAYLOAD_MADE_NO_TEXT.apply(database);
        }

        export(url);

        var lines = Files.readAllLines(to.resolve("events/001"));
        var text = EventLine.parse((lines.get(43) + "\n").getBytes(StandardCharsets.UTF_8));
        assertThat(text.event().position()).isEqualTo(299);
        assertThat(text.event().payload()).asString().contains("https://例え.example/299");
        var bytes = EventLine.parse((lines.get(44) + "\n").getBytes(StandardCharsets.UTF_8));
        assertThat(bytes.event().payload()).contains(255);
    }

    @Test
    void refusesToReplaceWhatWasExportedBefore() throws Exception {
        String url = TestPostgres.copy(sound);
        export(url);
        try (var database = TestPostgres.pool(url)) {
            Tampering.PAYLOAD_BYTE_CHANGED.apply(database);
        }

        assertThatThrownBy(() -> export(url))
                .isInstanceOf(ExportRefused.class)
                .hasMessageContaining("001 is not what the ledger holds now");
    }

    @Test
    @DisplayName("台帳と食い違う写しは、何度書き出しても上書きされない")
    void leavesWhatWasExportedBeforeAsItWasHoweverOftenItIsRun() throws Exception {
        String url = TestPostgres.copy(sound);
        export(url);
        var before = files();
        try (var database = TestPostgres.pool(url)) {
            Tampering.PAYLOAD_BYTE_CHANGED.apply(database);
        }

        for (int i = 0; i < 2; i++) {
            assertThatThrownBy(() -> export(url)).isInstanceOf(ExportRefused.class);
            assertThat(files()).isEqualTo(before);
        }
        Files.delete(to.resolve("assertion.json"));
        assertThatThrownBy(() -> export(url)).isInstanceOf(ExportRefused.class);
        assertThat(files()).containsEntry("events/001", before.get("events/001"));
    }

    @Test
    void refusesToReplaceABundleThatIsNotTheBeginningOfWhatItHasGrownTo() throws Exception {
        String url = TestPostgres.copy(sound);
        export(url);
        var before = files();
        try (var database = TestPostgres.pool(url)) {
            try (var ledger = TestLedger.signing(database, ownKeys())) {
                SoundLedger.append(ledger, SoundLedger.SIZE, 200);
            }
            Tampering.change(
                    database,
                    "update ledger.event set payload = set_byte(payload, 9, get_byte(payload, 9) # 1)"
                            + " where position = 590");
        }

        assertThatThrownBy(() -> export(url))
                .isInstanceOf(ExportRefused.class)
                .hasMessageContaining("events/002.p/88 is not what the ledger holds now");

        assertThat(files()).containsAllEntriesOf(before);
    }

    @Test
    void goesOnAfterAnotherKeyHasSignedTheSameSize() throws Exception {
        String url = TestPostgres.copy(sound);
        export(url);
        try (var database = TestPostgres.pool(url)) {
            Tampering.change(
                    database,
                    "insert into ledger.checkpoint (size, note) select size, E'\\n' || note from ledger.checkpoint"
                            + " where size = 600");
        }

        assertThat(export(url).checkpoints()).isEqualTo(32);
    }

    @Test
    void refusesAnOlderLedger() throws Exception {
        export(sound);
        String url = TestPostgres.copy(sound);
        try (var database = TestPostgres.pool(url)) {
            Tampering.OLDER_CHECKPOINT_PUT_BACK.apply(database);
        }

        assertThatThrownBy(() -> export(url)).isInstanceOf(ExportRefused.class).hasMessageContaining("only 500");
    }

    @Test
    void refusesALedgerThatIsNotWhole() throws Exception {
        String url = TestPostgres.copy(sound);
        try (var database = TestPostgres.pool(url)) {
            Tampering.EVENT_DELETED.apply(database);
        }

        assertThatThrownBy(() -> export(url)).isInstanceOf(ExportRefused.class).hasMessageContaining("position 100");
        assertThat(to.resolve("assertion.json")).doesNotExist();
    }

    @Test
    void refusesADirectoryOfSomethingElse() throws IOException {
        Files.writeString(to.resolve("thesis.txt"), "do not touch");

        assertThatThrownBy(() -> export(sound))
                .isInstanceOf(ExportRefused.class)
                .hasMessageContaining("thesis.txt");
    }

    @Test
    void refusesALedgerThatNobodySigned() {
        try (var database = TestPostgres.ledgerDatabase()) {
            assertThatThrownBy(() -> new Export(database, to, Progress.none()).run())
                    .isInstanceOf(ExportRefused.class);
        }
    }

    /** The signer's key and memory, as they were when the ledger was made. */
    private Path ownKeys() throws IOException {
        for (String file : List.of("ledger.key", "ledger.signed")) {
            Files.copy(keys.resolve(file), copiedKeys.resolve(file));
        }
        return copiedKeys;
    }

    private static void tear(Path file) throws IOException {
        byte[] whole = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(whole, whole.length / 2));
    }

    private Exported export(String url) throws IOException {
        try (var database = TestPostgres.pool(url)) {
            return new Export(database, to, Progress.none()).run();
        }
    }

    private Map<String, String> files() throws IOException {
        var all = new TreeMap<String, String>();
        try (var walk = Files.walk(to)) {
            for (Path file : walk.filter(Files::isRegularFile).toList()) {
                all.put(to.relativize(file).toString(), HexFormat.of().formatHex(Files.readAllBytes(file)));
            }
        }
        return all;
    }
}
