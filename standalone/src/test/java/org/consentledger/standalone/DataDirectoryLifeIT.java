package org.consentledger.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Drives the built product through {@code ./ledger}, as an operator does. */
class DataDirectoryLifeIT {
    private static final int ANY_PORT = 0;
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private static final String NAME_THAT_NEEDS_CARE = "data 約款";

    @TempDir
    Path temporary;

    Path data;
    final List<StartedProduct> started = new ArrayList<>();

    @BeforeEach
    void resolveLinks() throws IOException {
        temporary = temporary.toRealPath();
        data = temporary.resolve(NAME_THAT_NEEDS_CARE);
    }

    @AfterEach
    void leaveNoProcess() {
        started.forEach(StartedProduct::end);
    }

    @Test
    void servesStopsCleanlyAndFindsItsDataAgain() throws Exception {
        // 1. The first start makes the database and serves.
        var first = start(NAME_THAT_NEEDS_CARE, ANY_PORT);
        assertThat(first.readiness()).isEqualTo(200);
        execute(first, "CREATE TABLE kept (fact text)");
        execute(first, "INSERT INTO kept VALUES ('第十三版')");

        // 2. A second one on the same directory is told so, in one line.
        var second = start(NAME_THAT_NEEDS_CARE, ANY_PORT);
        assertThat(second.exitStatus()).isEqualTo(1);
        assertThat(second.output()).hasLineCount(1).contains("in use");

        // 3. So is one on the port that the first serves on, and it initialises nothing.
        var elsewhere = temporary.resolve("elsewhere");
        var third = start("elsewhere", first.url().getPort());
        assertThat(third.exitStatus()).isEqualTo(1);
        assertThat(third.output())
                .hasLineCount(1)
                .contains("port " + first.url().getPort());
        assertThat(elsewhere.resolve("pgdata")).doesNotExist();
        assertThat(elsewhere.resolve("postgres")).doesNotExist();

        // 4. Neither has disturbed it; SIGTERM stops it and its database.
        assertThat(first.readiness()).isEqualTo(200);
        first.signal("TERM");
        assertThat(first.exitStatus()).isZero();
        assertThat(StartedProduct.databaseProcesses(data)).isEmpty();
        assertThat(data.resolve("pgdata/postmaster.pid")).doesNotExist();

        // 5. The next start, on another port, finds everything; SIGINT stops it like SIGTERM.
        var fourth = start(NAME_THAT_NEEDS_CARE, freePort());
        assertThat(fourth.readiness()).isEqualTo(200);
        assertThat(ask(fourth, "SELECT fact FROM kept")).isEqualTo("第十三版");
        fourth.signal("INT");
        assertThat(fourth.exitStatus()).isZero();
        assertThat(StartedProduct.databaseProcesses(data)).isEmpty();
        assertThat(Files.readString(data.resolve("logs/postgresql.log")))
                .contains("database system was shut down")
                .doesNotContain("not properly shut down");
    }

    @Test
    void outlivesTheDeathOfItsProcessAndOfItsDatabase() throws Exception {
        // 1. kill -9 leaves the database behind.
        var killed = start(NAME_THAT_NEEDS_CARE, ANY_PORT);
        assertThat(killed.readiness()).isEqualTo(200);
        execute(killed, "CREATE TABLE kept AS SELECT 'acknowledged' AS fact");
        killed.signal("KILL");
        killed.exitStatus();
        assertThat(StartedProduct.databaseProcesses(data)).isNotEmpty();

        // 2. The next start is not taken in by it.
        var next = start(NAME_THAT_NEEDS_CARE, ANY_PORT);
        assertThat(next.readiness()).isEqualTo(200);
        assertThat(ask(next, "SELECT fact FROM kept")).isEqualTo("acknowledged");

        // 3. A product whose database dies starts it again, with the data that was there.
        next.signalDatabase("KILL");
        next.awaitOutput("runs again");
        await().atMost(PATIENCE).until(() -> next.readiness() == 200);
        assertThat(ask(next, "SELECT fact FROM kept")).isEqualTo("acknowledged");

        // 4. It is stopped as ever.
        next.signal("TERM");
        assertThat(next.exitStatus()).isZero();
        assertThat(StartedProduct.databaseProcesses(data)).isEmpty();
    }

    private StartedProduct start(String name, int port) throws IOException {
        var product = StartedProduct.start(temporary, name, port);
        started.add(product);
        return product;
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            return socket.getLocalPort();
        }
    }

    private static void execute(StartedProduct product, String sql) throws Exception {
        try (var connection = product.connect();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String ask(StartedProduct product, String sql) throws Exception {
        try (var connection = product.connect();
                var statement = connection.createStatement();
                var row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }
}
