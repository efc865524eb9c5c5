package org.consentledger.standalone.personal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.read.ListAppender;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipInputStream;
import org.consentledger.events.EventTypes;
import org.consentledger.ledger.audit.Progress;
import org.consentledger.ledger.export.Export;
import org.consentledger.ledger.fsck.Fsck;
import org.consentledger.ledger.note.Quorum;
import org.consentledger.ledger.personal.SealedForm;
import org.consentledger.standalone.InProcessProduct;
import org.consentledger.verifier.ExportCheck;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/** One product and two customers; one of them is erased in the middle. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class PersonalDataTest {
    private static final String ERASED = "leaves-for-good";
    private static final String KEPT = "is-kept";

    private static final Planted PLANTED = new Planted();
    private static final ListAppender<ILoggingEvent> LOG = new ListAppender<>();

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private static Path directory;

    @SuppressWarnings("NullAway.Init")
    private static InProcessProduct product;

    @SuppressWarnings("NullAway.Init")
    private static Client client;

    @SuppressWarnings("NullAway.Init")
    private static Life life;

    @SuppressWarnings("NullAway.Init")
    private static Asking asking;

    @SuppressWarnings("NullAway.Init")
    private static Importing importing;

    @BeforeAll
    static void live() throws Exception {
        product = InProcessProduct.start(directory.resolve("data"));
        LOG.list = new CopyOnWriteArrayList<>();
        LOG.start();
        ((Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME)).addAppender(LOG);
        client = new Client(product.url());
        life = new Life(client, PLANTED);
        asking = new Asking(client, PLANTED);
        importing = new Importing(client, PLANTED);
        life.publishTerms();
        for (var customer : List.of(ERASED, KEPT)) {
            life.lead(customer);
            asking.ask(customer);
            asking.look(customer);
            importing.run(customer);
            life.sayWhatIsRefused(customer);
            asking.askWhatIsRefused(customer);
        }
        asking.provide(KEPT);
    }

    @AfterAll
    static void stop() throws Exception {
        ((Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME)).detachAppender(LOG);
        product.close();
    }

    @Test
    @Order(1)
    @DisplayName("個人を示しうる値は、どの表にもファイルにも、書き出しにもログにも計測値にも、平文では現れない")
    void leaksNothing() throws Exception {
        tellsRejectedRowsToTheirSenderAlone();
        told(ERASED);
        told(KEPT);
        var places = everywhere("before");

        assertThat(places.where("found-on-purpose"))
                .as("what is no secret is found, so the search finds")
                .contains("table ledger.event", "table query_terms_1.terms_edition")
                .anyMatch(place -> place.startsWith("file data/pgdata/base/"))
                .anyMatch(place -> place.startsWith("file before/"));
        PLANTED.all()
                .forEach((place, text) ->
                        assertThat(places.where(text)).as(place).isEmpty());
    }

    @Test
    @Order(2)
    @DisplayName("問われた者には、そのまま答える")
    void tellsWhoAsks() {
        var told = Map.of(ERASED, told(ERASED), KEPT, told(KEPT));

        told.forEach((customer, answers) -> PLANTED.all().forEach((place, text) -> {
            if (place.startsWith(customer) && isRecorded(place)) {
                assertThat(answers).as(place).contains(text);
            } else {
                assertThat(answers).as(place).doesNotContain(text);
            }
        }));
    }

    @Test
    @Order(3)
    @DisplayName("消去の後、残るもので読めるものはなく、証跡は一つも変わらず、答えも変わらない")
    void erasesAndLeavesTheProofStanding() throws Exception {
        var leaves = leaves();
        var standing = standing();

        life.erase(ERASED);

        assertThat(leaves()).startsWith(leaves);
        nothingComesBack(standing);
        ErasedDossier.stands(client, ERASED, directory);
        product.rebuildProjections();
        nothingComesBack(standing);
        assertThat(everyEventWithSomethingToSealWasThere()).isEmpty();
        assertThat(new Fsck(product.dataSource(), List.of(), null, Progress.none()).run())
                .satisfies(report ->
                        assertThat(report.isVerified()).as(report.toString()).isTrue());
        awaitEndOfWhatServedBefore();
        var places = everywhere("after");
        PLANTED.all()
                .forEach((place, text) ->
                        assertThat(places.where(text)).as(place).isEmpty());
        assertThat(new ExportCheck(
                                directory.resolve("after"),
                                List.of(),
                                List.of(),
                                new Quorum(List.of(), 0),
                                Progress.none())
                        .run())
                .satisfies(report ->
                        assertThat(report.isVerified()).as(report.toString()).isTrue());
    }

    /** Its tables go once nobody reads them, and until then may go while they are searched. */
    private static void awaitEndOfWhatServedBefore() {
        await().atMost(Duration.ofMinutes(2))
                .until(() -> jdbc().sql("select count(*) from query.rebuild where retired is not null")
                                .query(Long.class)
                                .single()
                        == 0);
    }

    private static void nothingComesBack(String standing) {
        var erased = told(ERASED);
        var kept = told(KEPT);
        PLANTED.all().forEach((place, text) -> {
            assertThat(erased).as(place).doesNotContain(text);
            if (place.startsWith(KEPT) && isRecorded(place)) {
                assertThat(kept).as(place).contains(text);
            }
        });
        assertThat(standing()).isEqualTo(standing);
        assertThat(jdbc().sql("select count(*) from ledger.data_key where customer_id = ? and wrapped is not null")
                        .param(ERASED)
                        .query(Long.class)
                        .single())
                .isZero();
    }

    /** Which edition applied, and since when, in the words of the answer. */
    private static String standing() {
        var answer = client.get("/api/v1/customers/" + ERASED + "/standing?termsId=t&at=2026-01-01T00:00:00Z")
                + client.get("/api/v1/customers/" + ERASED + "/standing?termsId=t");
        return answer.replaceAll("\"(at|knownAt|ledgerSize)\":[^,}]*", "");
    }

    /** The rejects file holds the rows until its sender deletes it, and nothing else does; no report repeats a word. */
    private static void tellsRejectedRowsToTheirSenderAlone() throws Exception {
        var rejects = importing.rejects();
        var reports = importing.reports();
        var places = everywhere("with-rejects");
        PLANTED.all().forEach((place, text) -> {
            assertThat(reports).as(place).doesNotContain(text);
            if (place.contains(".import.") && !isRecorded(place)) {
                assertThat(rejects).as(place).contains(text);
                assertThat(places.where(text))
                        .as(place)
                        .allMatch(where -> where.matches("file data/imports/.*/rejects.*"));
            }
        });
        importing.delete();
    }

    /** What the product tells of a customer over HTTP, and what can be opened of what the ledger holds. */
    private static String told(String customer) {
        var positions = jdbc().sql("select position from ledger.event where aggregate_id like '%:' || ?")
                .param(customer)
                .query((row, i) -> row.getLong(1))
                .list();
        var path = "/api/v1/customers/" + customer + "/";
        var registers = Stream.of("history?limit=100", "legal-holds", "requests", "provisions", "accesses")
                .map(register -> client.get(path + register))
                .collect(Collectors.joining());
        return registers
                + asking.disclosure(customer)
                + unpacked(client.bytes(path + "dossier?termsId=t"))
                + product.ledger().opened(positions);
    }

    private static String unpacked(byte[] archive) {
        var text = new StringBuilder();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                text.append(new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private static boolean isRecorded(String place) {
        return !place.endsWith(".unknown") && !place.endsWith(".broken") && !place.endsWith(".rejected");
    }

    private static Places everywhere(String export) throws Exception {
        new Export(product.dataSource(), directory.resolve(export), Progress.none()).run();
        jdbc().sql("checkpoint").update();
        return new Places()
                .tables(product.dataSource())
                .files(directory, directory.resolve("data/postgres"))
                .add("log", log())
                .add("metrics", client.get("/actuator/prometheus"))
                .add("checkpoint", client.get("/ledger/checkpoint"))
                .add("API description", client.get("/v3/api-docs"));
    }

    private static String log() {
        return List.copyOf(LOG.list).stream()
                .map(event -> event.getFormattedMessage() + " " + event.getMDCPropertyMap() + " "
                        + (event.getThrowableProxy() == null
                                ? ""
                                : ThrowableProxyUtil.asString(event.getThrowableProxy())))
                .collect(Collectors.joining("\n"));
    }

    private static String leaves() {
        return jdbc().sql(
                        "select string_agg(encode(payload || metadata, 'hex') || encode(hash || statement, 'hex'), ' '"
                                + " order by position) from ledger.event join ledger.leaf using (position)")
                .query(String.class)
                .single();
    }

    /** The events with personal members that nothing above has recorded. */
    private static List<String> everyEventWithSomethingToSealWasThere() {
        var recorded = jdbc().sql("select distinct payload_type from ledger.event")
                .query(String.class)
                .list();
        return EventTypes.all().entrySet().stream()
                .filter(type -> SealedForm.concerns(type.getValue()))
                .map(Map.Entry::getKey)
                .filter(name -> !recorded.contains(name))
                .toList();
    }

    private static JdbcClient jdbc() {
        return JdbcClient.create(product.dataSource());
    }
}
