package org.consentledger.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.consentledger.access.testing.TestIssuer;
import org.consentledger.events.agreement.AgreementEvent;
import org.consentledger.events.customer.CustomerEvent;
import org.consentledger.events.request.RequestEvent;
import org.consentledger.events.terms.TermsEvent;
import org.consentledger.events.thirdparty.ThirdPartyEvent;
import org.consentledger.ledger.append.LedgerUnavailable;
import org.consentledger.ledger.personal.MasterKeys;
import org.consentledger.ledger.reading.LedgerReader;
import org.consentledger.ledger.testing.TestMasterKeys;
import org.consentledger.ledger.testing.TestPostgres;
import org.consentledger.query.platform.Projections;
import org.consentledger.query.platform.Serving;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The query side, running on a database of its own and asked over HTTP. */
public final class AskedApplication implements AutoCloseable {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final ConfigurableApplicationContext context;
    private final int port;
    private Map<String, Long> sequences = new HashMap<>();
    private long size;

    private AskedApplication(ConfigurableApplicationContext context) {
        this.context = context;
        this.port = context.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
    }

    /** Runs with these settings, such as {@code --ledger.keys-directory=…}, besides the usual ones. */
    public static AskedApplication start(String... settings) {
        return start(_ -> {}, settings);
    }

    /** Runs by that clock, which must not be behind the database's. */
    public static AskedApplication startAt(InstantSource clock, String... settings) {
        return start(
                context -> context.registerBean(
                        "clockOfTest", InstantSource.class, () -> clock, definition -> definition.setPrimary(true)),
                settings);
    }

    private static AskedApplication start(Consumer<GenericApplicationContext> more, String... settings) {
        var usual = Stream.of(
                "--server.port=0",
                TestIssuer.shared().setting(),
                "--spring.datasource.url=" + TestPostgres.migrated("ledger", "query"),
                "--spring.datasource.username=postgres",
                "--spring.main.banner-mode=off",
                "--logging.level.root=WARN",
                // Tests append here, and nobody else signs.
                "--ledger.signs=true");
        return new AskedApplication(QuerySideApplication.application()
                .initializers((GenericApplicationContext context) -> {
                    context.registerBean(MasterKeys.class, TestMasterKeys::new);
                    more.accept(context);
                })
                .run(Stream.concat(usual, Stream.of(settings)).toArray(String[]::new)));
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    /**
     * A question; names and values of headers alternate. It is put again, for a minute, while a projection is behind: how
     * soon one catches up on a machine that is busy says nothing.
     */
    public HttpResponse<String> get(String path, String... headers) {
        return patiently(() -> getOnce(path, headers));
    }

    /** A question that is put once, whose answer may be that a projection is behind. */
    public HttpResponse<String> getOnce(String path, String... headers) {
        return send(request(path), headers, BodyHandlers.ofString());
    }

    /** Put again like {@link #get}. */
    public HttpResponse<byte[]> bytes(String path, String... headers) {
        return patiently(() -> send(request(path), headers, BodyHandlers.ofByteArray()));
    }

    /** A question that has a body; put again like {@link #get}. */
    public HttpResponse<String> post(String path, String body, String... headers) {
        return post(path, body.getBytes(StandardCharsets.UTF_8), headers);
    }

    /** A question about a file, whose type the headers say; put again like {@link #get}. */
    public HttpResponse<String> post(String path, byte[] file, String... headers) {
        return patiently(() -> send(
                request(path).POST(BodyPublishers.ofByteArray(file)).header("Content-Type", "application/json"),
                headers,
                BodyHandlers.ofString()));
    }

    /** The last answer, where a minute was not enough. */
    private static <T> HttpResponse<T> patiently(Supplier<HttpResponse<T>> question) {
        var first = question.get();
        if (!isBehind(first)) {
            return first;
        }
        long begun = System.nanoTime();
        return await().forever()
                .until(question::get, answer -> !isBehind(answer) || System.nanoTime() - begun > PATIENCE.toNanos());
    }

    private static boolean isBehind(HttpResponse<?> answer) {
        if (answer.statusCode() != 503) {
            return false;
        }
        var body = answer.body() instanceof byte[] bytes
                ? new String(bytes, StandardCharsets.UTF_8)
                : String.valueOf(answer.body());
        return body.contains("\"code\":\"PROJECTION_BEHIND\"");
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("Authorization", "Bearer " + TestIssuer.shared().tokenForEverything(TestIssuer.SOMEBODY));
    }

    private static <T> HttpResponse<T> send(
            HttpRequest.Builder request, String[] headers, HttpResponse.BodyHandler<T> body) {
        for (int i = 0; i < headers.length; i += 2) {
            request.setHeader(headers[i], headers[i + 1]);
        }
        try {
            return HTTP.send(request.build(), body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    public static JsonNode json(HttpResponse<String> answer) {
        return JSON.readTree(answer.body());
    }

    /** The id of the event at a position. */
    public String eventAt(long position) {
        return bean(LedgerReader.class).event(position).orElseThrow().eventId();
    }

    /** Puts facts into the ledger, in one unit of work, and says how many leaves it holds then. */
    public long record(Object... facts) {
        var before = new HashMap<>(sequences);
        try {
            var unitOfWork = DefaultUnitOfWork.startAndGet(null);
            bean(EventStore.class).publish(Stream.of(facts).map(this::message).toList());
            unitOfWork.commit();
        } catch (LedgerUnavailable e) {
            // Nothing was stored.
            sequences = before;
            throw e;
        }
        size = bean(LedgerReader.class).size();
        return size;
    }

    private EventMessage<?> message(Object fact) {
        var aggregate = switch (fact) {
            case TermsEvent terms -> "terms:" + terms.termsId();
            case AgreementEvent agreement -> "agreement:" + agreement.termsId() + ":" + agreement.customerId();
            case CustomerEvent customer -> "customer:" + customer.customerId();
            case RequestEvent request -> "requests:" + request.customerId();
            case ThirdPartyEvent provision -> "thirdparty:" + provision.customerId();
            default -> throw new IllegalArgumentException("no fact: " + fact);
        };
        return new GenericDomainEventMessage<>(
                type(aggregate), aggregate, sequences.merge(aggregate, 0L, (last, _) -> last + 1), fact);
    }

    private static String type(String aggregate) {
        return switch (aggregate.substring(0, aggregate.indexOf(':'))) {
            case "terms" -> "TermsDocument";
            case "agreement" -> "Agreement";
            case "customer" -> "Customer";
            case "requests" -> "DataRequests";
            case "thirdparty" -> "ThirdPartyProvisions";
            default -> throw new IllegalArgumentException(aggregate);
        };
    }

    /** Waits until every projection has included all that was recorded here. */
    public void awaitProjections() {
        var serving = bean(Serving.class);
        await().atMost(PATIENCE)
                .until(() -> bean(Projections.class).all().stream()
                        .allMatch(projection -> serving.of(projection.name()).position() + 1 >= size));
    }

    /** A figure about a projection. It is no number while the database has not answered in time. */
    public double figure(String name, String projection) {
        var line = Pattern.compile(name + "\\{.*projection=\"" + projection + "\".*\\} (\\S+)");
        return await().atMost(PATIENCE)
                .until(
                        () -> {
                            var figures = get("/actuator/prometheus").body();
                            var found = line.matcher(figures);
                            assertThat(found.find()).as(figures).isTrue();
                            return Double.parseDouble(found.group(1));
                        },
                        figure -> !figure.isNaN());
    }

    /** All events, as the ledger itself hands them out. */
    public List<TrackedEventMessage<?>> ledger() {
        try (var stream = bean(EventStore.class).openStream(null)) {
            var events = new ArrayList<TrackedEventMessage<?>>();
            while (events.size() < size) {
                events.add(stream.nextAvailable());
            }
            return events;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Changes the database as a superuser whom no trigger stops. */
    public void withoutGuards(String sql) {
        new TransactionTemplate(bean(PlatformTransactionManager.class)).executeWithoutResult(_ -> {
            jdbc().sql("set local session_replication_role = replica").update();
            jdbc().sql(sql).update();
        });
    }

    /** Rebuilds a projection beside the one that serves, and waits until it has taken its place. */
    public void rebuild(String projection) {
        assertThat(post("/actuator/projections/" + projection, "").statusCode()).isEqualTo(202);
        assertThat(rebuilt(projection).get("state").stringValue()).isEqualTo("SWAPPED");
    }

    /** The last rebuilding, once it is over. */
    public JsonNode rebuilt(String projection) {
        return await().atMost(PATIENCE)
                .until(
                        () -> json(get("/actuator/projections/" + projection)).get("rebuild"),
                        last -> !Set.of("REQUESTED", "BUILDING")
                                .contains(last.get("state").stringValue()));
    }

    /** The name of a projection's table, with the schema of the generation that serves. */
    public String table(String projection, String name) {
        return jdbc().sql("select generation from query.serving where projection = ?")
                .param(projection)
                .query((row, _) -> "query_" + projection + "_" + row.getInt(1) + "." + name)
                .single();
    }

    public JdbcClient jdbc() {
        return bean(JdbcClient.class);
    }

    public StreamingEventProcessor processor(String projection) {
        return context.getBean(EventProcessingConfiguration.class)
                .eventProcessor(projection, StreamingEventProcessor.class)
                .orElseThrow();
    }

    @Override
    public void close() {
        context.close();
    }
}
