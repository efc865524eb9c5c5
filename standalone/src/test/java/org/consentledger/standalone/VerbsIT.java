package org.consentledger.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code ./ledger export}, {@code fsck} and {@code verify} on a data directory, in use and not. */
class VerbsIT {
    private final List<StartedProduct> started = new ArrayList<>();

    @TempDir
    private Path directory;

    @AfterEach
    void leaveNoProcess() {
        started.forEach(StartedProduct::end);
    }

    @Test
    @DisplayName("稼働中でも停止中でも、データベースの場所からでも、検査・書き出し・検証ができる")
    void workOnADirectoryWhetherAProductRunsOnItOrNot() throws Exception {
        var product = start();
        product.url();
        verified(verb("fsck", "--data", "data"));

        product.signal("TERM");
        product.exitStatus();
        verified(verb("fsck"));
        done(verb("export", "--to", "export"));
        verified(verb("verify", "export"));

        assertThat(StartedProduct.databaseProcesses(directory.resolve("data"))).isEmpty();
        var again = start();
        again.url();
        done(verb("export", "--to", "export"));
        verified(verb("verify", "export"));
        findTheDatabaseByItsUrl(again);
    }

    private void findTheDatabaseByItsUrl(StartedProduct product) throws Exception {
        String url;
        try (var connection = product.connect()) {
            url = connection.getMetaData().getURL();
        }

        var fsck = verb("fsck", "--jdbc-url", url, "--user", "postgres", "--password-file", "data/postgres-password");

        verified(fsck);
        assertThat(fsck.output()).contains("remark: the keys are those that the database itself names");
    }

    @Test
    @DisplayName("改ざんされた台帳では、状態1で終わり、最初の位置を挙げる")
    void nameTheFirstBadLeafOfAChangedLedger() throws Exception {
        var product = start();
        product.url();
        try (var connection = product.connect();
                var statement = connection.createStatement()) {
            statement.execute("set session_replication_role = replica");
            statement.execute("update ledger.event set payload = set_byte(payload, 3, 42) where position in (2, 4)");
        }

        var fsck = verb("fsck");
        done(verb("export", "--to", "export"));
        var verify = verb("verify", "export");

        for (var verb : List.of(fsck, verify)) {
            assertThat(verb.status()).as(verb.output()).isEqualTo(1);
            assertThat(verb.output())
                    .contains("NOT VERIFIED: 2 findings; the first bad leaf is 2")
                    .contains("PAYLOAD_CHANGED at position 2: ")
                    .contains("PAYLOAD_CHANGED at position 4: ");
        }
    }

    @Test
    void sayInOneLineWhatCannotBeDone() throws Exception {
        Files.createDirectory(directory.resolve("empty"));
        var noLedger = verb("fsck", "--data", "empty");
        assertThat(noLedger.status()).isEqualTo(1);
        assertThat(noLedger.output()).startsWith("ledger: there is no ledger in ");
        assertThat(directory.resolve("empty")).isEmptyDirectory();

        var noDatabase = verb("fsck", "--jdbc-url", "jdbc:postgresql://127.0.0.1:1/ledger");
        assertThat(noDatabase.status()).isEqualTo(1);
        assertThat(noDatabase.output())
                .startsWith("ledger: the database cannot be reached")
                .hasLineCount(1);

        var unfinished = verb("verify", "empty");
        assertThat(unfinished.status()).isEqualTo(1);
        assertThat(unfinished.output()).contains("FILE_MISSING: assertion.json is missing");
    }

    private static void verified(Verb verb) {
        done(verb);
        assertThat(verb.output()).containsPattern("(?m)^verified: \\d+ leaves with root");
    }

    private static void done(Verb verb) {
        assertThat(verb.status()).as(verb.output()).isZero();
    }

    private Verb verb(String... arguments) throws Exception {
        return Verb.run(directory, arguments);
    }

    private StartedProduct start() throws IOException {
        var product = StartedProduct.start(directory, "data", 0, "--demo");
        started.add(product);
        return product;
    }
}
