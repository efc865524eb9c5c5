package org.consentledger.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VerbUsageTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "import",
                "import rows.xlsx",
                "import no-such-file.csv",
                "export",
                "export --to out --data data --jdbc-url jdbc:postgresql://localhost/ledger",
                "export --to out --jdbc-url jdbc:oracle:thin",
                "fsck somewhere",
                "fsck --user postgres",
                "fsck --jdbc-url jdbc:postgresql://localhost/ledger --password-file no-such-file",
                "fsck --key no-such-file",
                "fsck --key a+b+c",
                "witness --port 70000",
                "witness --log no-such-file",
                "witness somewhere",
                "retention",
                "retention --erase",
                "retention --due --accesses",
                "retention --accesses --kept-for P11M",
                "retention --accesses --kept-for soon",
                "keys rotate-epoch --jdbc-url jdbc:oracle:thin",
                "rebuild",
                "rebuild standing --all",
                "replay",
                "replay --customer c",
                "replay --customer c --terms t --lang fr",
                "replay --customer c --terms t --report file",
                "replay --all --customer c",
                "replay --all --json -",
                "replay --customer c --terms t --data data --jdbc-url jdbc:postgresql://localhost/ledger",
                "verify",
                "verify no-such-directory"
            })
    void answersWrongUsageWithStatus2(String arguments) {
        assertThat(status(arguments.split(" ", -1))).isEqualTo(2);
    }

    @Test
    void answersWrongUsageOfAReceiptWithStatus2(@TempDir Path directory) throws IOException {
        var receipt = Files.writeString(directory.resolve("receipt"), "c2sp.org/tlog-proof@v1\n");
        var key = "example.com/log/testdata+33d7b496+AeHTu4Q3hEIMHNqc6fASMsq3rKNx280NI+oO5xCFkkSx";

        assertThat(status("verify", receipt.toString())).isEqualTo(2);
        assertThat(status("verify", "--key", key, receipt.toString())).isEqualTo(2);
        assertThat(status("verify", "--key", key, "--kept", "x", receipt.toString()))
                .isEqualTo(2);
        assertThat(status("verify", "--key", key, "--entry", "x", "--event", "x", receipt.toString()))
                .isEqualTo(2);
        assertThat(status("verify", "--entry", "x", directory.toString())).isEqualTo(2);
    }

    @Test
    void answersWrongUsageOfWitnessesWithStatus2(@TempDir Path directory) throws IOException {
        var receipt = Files.writeString(directory.resolve("receipt"), "c2sp.org/tlog-proof@v1\n");
        var log = "example.com/log/testdata+33d7b496+AeHTu4Q3hEIMHNqc6fASMsq3rKNx280NI+oO5xCFkkSx";
        var witness = "remora.n621.de+da77ade7+BOvN63jn/bLvkieywe8R6UYAtVtNbZpXh34x7onlmtw2";

        for (String options : List.of(
                "--witness " + log,
                "--witness x",
                "--quorum 1",
                "--witness " + witness + " --witness " + witness,
                "--witness " + witness + " --quorum 0",
                "--witness " + witness + " --quorum 2",
                "--witness " + witness + " --quorum all")) {
            assertThat(status(("verify " + options + " --key " + log + " --entry " + receipt + " " + receipt)
                            .split(" ", -1)))
                    .as(options)
                    .isEqualTo(2);
            assertThat(status(("verify " + options + " " + directory).split(" ", -1)))
                    .as(options)
                    .isEqualTo(2);
        }
    }

    @Test
    @DisplayName("鍵のない鍵ファイルは、鍵を指定しなかったことにはならない")
    void answersAFileWithoutAKeyWithStatus2(@TempDir Path directory) throws IOException {
        String empty = Files.createFile(directory.resolve("empty.vkey")).toString();
        String witness = "remora.n621.de+da77ade7+BOvN63jn/bLvkieywe8R6UYAtVtNbZpXh34x7onlmtw2";

        assertThat(status("verify", "--key", empty, directory.toString())).isEqualTo(2);
        assertThat(status("verify", "--witness", empty, directory.toString())).isEqualTo(2);
        assertThat(status("fsck", "--key", empty)).isEqualTo(2);
        assertThat(status("verify", "--key", witness, directory.toString())).isEqualTo(2);
    }

    @Test
    void runsNoWitnessInTheDirectoryOfALedger(@TempDir Path directory) throws IOException {
        Files.createDirectory(directory.resolve("pgdata"));

        assertThat(status("witness", "--data", directory.toString())).isEqualTo(2);
    }

    private static int status(String... arguments) {
        return LedgerCommand.commandLine()
                .setErr(new PrintWriter(new StringWriter()))
                .execute(arguments);
    }
}
