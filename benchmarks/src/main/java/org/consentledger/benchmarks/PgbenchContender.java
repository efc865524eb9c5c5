package org.consentledger.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * {@code pgbench} with prepared statements: one insert of 1 kB a transaction, into a table with the columns and the
 * unique keys of the ledger's events, half of them the first of an aggregate. No program asks PostgreSQL for less.
 */
final class PgbenchContender implements Contender {
    private static final String DATABASE = "pgbench";

    private static final String TABLE = """
            create table event (
                position         bigint      generated always as identity primary key,
                event_id         uuid        not null unique,
                aggregate_type   text        not null,
                aggregate_id     text        not null,
                seq              bigint      not null,
                payload_type     text        not null,
                payload_revision text        not null,
                payload          bytea       not null,
                metadata         bytea       not null,
                recorded_at      timestamptz not null,
                unique (aggregate_id, seq)
            )""";

    private static final String SCRIPT = """
            \\set begun :stored / 2
            \\set seq :stored % 2
            \\set stored :stored + 1
            insert into event (event_id, aggregate_type, aggregate_id, seq, payload_type, payload_revision, payload, metadata, recorded_at) values (uuidv7(), 'Agreement', :agreements::text || :client_id::text || '-' || :begun::text, :seq, 'agreement.EditionAccepted', '1', :payload, '{}', clock_timestamp());
            """;

    private static final String PAYLOAD = "x".repeat(1_000);

    private final String name;
    private final PgbenchProgram program;
    private final ScratchDatabase database;
    private final Path script;
    private int runs;

    PgbenchContender(String name, PgbenchProgram program, ScratchDatabase database) throws IOException {
        this.name = name;
        this.program = program;
        this.database = database;
        this.script = Files.writeString(database.directory().resolve("insert.sql"), SCRIPT);
        try (var pool = database.create(DATABASE, 1);
                var connection = pool.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(TABLE);
        } catch (SQLException e) {
            throw new IllegalStateException("no table for pgbench", e);
        }
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Load start(int writers, Duration time) throws IOException {
        runs++;
        String log = "run-" + runs;
        var directory = database.directory();
        var output = directory.resolve(log + ".output");
        var builder = new ProcessBuilder(command(writers, time, log))
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("PG"));
        builder.environment().put("PGPASSWORD", database.password());
        var process = builder.start();
        process.getOutputStream().close();
        return new PgbenchLoad(process, output, directory, log);
    }

    private List<String> command(int writers, Duration time, String log) {
        var command = new ArrayList<String>();
        command.add(program.file().toString());
        command.addAll(List.of("--host=127.0.0.1", "--port=" + database.port(), "--username=" + database.user()));
        command.addAll(List.of("--no-vacuum", "--protocol=prepared", "--file=" + script.toAbsolutePath()));
        command.addAll(List.of(
                "--define=agreements=agreement:desknets-cloud:p" + runs + "-",
                "--define=stored=0",
                "--define=payload=" + PAYLOAD));
        command.addAll(List.of("--client=" + writers, "--jobs=" + Math.min(writers, cores())));
        command.addAll(List.of("--time=" + (time.toSeconds() + 2), "--log", "--log-prefix=" + log, DATABASE));
        return command;
    }

    private static int cores() {
        return Runtime.getRuntime().availableProcessors();
    }
}
