package org.consentledger.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map.Entry;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.consentledger.access.Endpoint;
import org.consentledger.access.Endpoints;
import org.consentledger.ledger.audit.Progress;
import org.consentledger.ledger.reading.LedgerReader;
import org.consentledger.standalone.postgres.EmbeddedDatabase;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

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

    /** Whose events live in Axon Server, as the profile {@code axonserver} has it. */
    static InProcessProduct startInAxonServer(Path data, String server) throws Exception {
        System.setProperty("spring.profiles.active", "axonserver");
        System.setProperty("ledger.axon-server.servers", server);
        try {
            return start(data, false);
        } finally {
            System.clearProperty("spring.profiles.active");
            System.clearProperty("ledger.axon-server.servers");
        }
    }

    private static InProcessProduct start(Path data, boolean demo) throws Exception {
        System.setProperty("axoniq.update-checker.disabled", "true");
        var directory = new DataDirectory(data);
        directory.create();
        var database = EmbeddedDatabase.start(directory.database(), _ -> {});
        try {
            var product = new InProcessProduct(
                    database, RunningApplication.start(new StartOptions(0, directory, demo), database));
            TestTokens.know(product.url(), directory.root());
            return product;
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

    /** Puts the whole life of an aggregate into the ledger at once, past the rules of the command side. */
    public void append(String type, String aggregate, List<?> facts) {
        var unitOfWork = DefaultUnitOfWork.startAndGet(null);
        application
                .context()
                .getBean(EventStore.class)
                .publish(IntStream.range(0, facts.size())
                        .mapToObj(i -> new GenericDomainEventMessage<>(type, aggregate, i, facts.get(i)))
                        .toList());
        unitOfWork.commit();
    }

    /** Lets nobody into the database, and ends who is there; or lets them in again. */
    void letIn(boolean allowed) {
        String url = database.jdbcUrl();
        int slash = url.lastIndexOf('/');
        String name = url.substring(slash + 1);
        try (var connection = DriverManager.getConnection(
                        url.substring(0, slash + 1) + "template1", database.user(), database.password());
                var statement = connection.createStatement()) {
            statement.execute("alter database " + name + " with allow_connections " + allowed);
            if (!allowed) {
                statement.execute(
                        "select pg_terminate_backend(pid) from pg_stat_activity where datname = '" + name + "'");
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What it can be asked over HTTP. */
    public List<Endpoint> endpoints() {
        return application.context().getBean(Endpoints.class).all();
    }

    /** The paths at which the console answers a browser that goes there. */
    public Set<String> consolePaths() {
        var mapping = application.context().getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class);
        return mapping.getHandlerMethods().entrySet().stream()
                .filter(handler ->
                        handler.getValue().getBeanType().getPackageName().startsWith("org.consentledger.console"))
                .map(Entry::getKey)
                .filter(mapped -> mapped.getMethodsCondition().getMethods().isEmpty()
                        || mapped.getMethodsCondition().getMethods().contains(RequestMethod.GET))
                .flatMap(mapped -> mapped.getPatternValues().stream())
                .collect(Collectors.toCollection(TreeSet::new));
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

    /** Has all projections read the ledger again from its first event, beside those that serve, and take their place. */
    public void rebuildProjections() throws IOException {
        try (var projections = new ProjectionsOfProduct(url(), TestTokens.of(url(), "operator"))) {
            for (var name : projections.names()) {
                var state = projections
                        .rebuild(name, false, Progress.none())
                        .get("state")
                        .stringValue();
                assertThat(state).as(name).isEqualTo("SWAPPED");
            }
        }
    }

    @Override
    public void close() throws IOException {
        application.close();
        database.close();
    }
}
