package org.consentledger.standalone;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.consentledger.ledger.reading.LedgerReader;
import org.consentledger.standalone.postgres.EmbeddedDatabase;

/** The product as {@code ./ledger start} runs it, in the process of the test. */
public final class InProcessProduct implements AutoCloseable {
    private final EmbeddedDatabase database;
    private final RunningApplication application;

    private InProcessProduct(EmbeddedDatabase database, RunningApplication application) {
        this.database = database;
        this.application = application;
    }

    public static InProcessProduct start(Path data) throws Exception {
        return start(data, false);
    }

    /** With the seed's terms and a few customers, as {@code --demo} loads them. */
    public static InProcessProduct startWithDemo(Path data) throws Exception {
        return start(data, true);
    }

    private static InProcessProduct start(Path data, boolean demo) throws Exception {
        System.setProperty("axoniq.update-checker.disabled", "true");
        var directory = new DataDirectory(data);
        directory.create();
        var database = EmbeddedDatabase.start(directory.database(), _ -> {});
        try {
            return new InProcessProduct(
                    database, RunningApplication.start(new StartOptions(0, directory, demo), database));
        } catch (RuntimeException e) {
            database.close();
            throw e;
        }
    }

    public URI url() {
        return URI.create("http://127.0.0.1:" + application.port());
    }

    /** The ledger itself, past all projections. */
    public LedgerReader ledger() {
        return application.context().getBean(LedgerReader.class);
    }

    /** The database, with all that the product keeps in it. */
    public DataSource dataSource() {
        return application.context().getBean(DataSource.class);
    }

    /** The verb on this product's database, as somebody runs it who knows no more than its URL; answers the exit status. */
    public int verbOnDatabase(Path passwordFile, String... arguments) {
        var all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of(
                "--jdbc-url",
                database.jdbcUrl(),
                "--user",
                database.user(),
                "--password-file",
                passwordFile.toString()));
        return verb(all.toArray(String[]::new));
    }

    /** A verb; answers the exit status. */
    public static int verb(String... arguments) {
        return LedgerCommand.run(arguments);
    }

    /** Forgets all projections and has them read the ledger again from its first event. */
    public void rebuildProjections() {
        application
                .context()
                .getBean(EventProcessingConfiguration.class)
                .eventProcessors()
                .values()
                .forEach(processor -> {
                    var streaming = (StreamingEventProcessor) processor;
                    streaming.shutDown();
                    streaming.resetTokens();
                    streaming.start();
                });
    }

    @Override
    public void close() throws IOException {
        application.close();
        database.close();
    }
}
