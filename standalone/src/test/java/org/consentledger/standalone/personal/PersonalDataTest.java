package org.consentledger.standalone.personal;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.read.ListAppender;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
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
    private static final List<String> CONTEXTS = List.of("agreement.", "customer.");

    private static final Planted PLANTED = new Planted();
    private static final ListAppender<ILoggingEvent> LOG = new ListAppender<>();

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private static Path directory;

    @SuppressWarnings("NullAway.Init")
    private static InProcessProduct product;

    @SuppressWarnings("NullAway.Init")
    private static Life life;

    @BeforeAll
    static void live() throws Exception {
        product = InProcessProduct.start(directory.resolve("data"));
        LOG.start();
        ((Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME)).addAppender(LOG);
        life = new Life(product.url(), PLANTED);
        life.publishTerms();
        List.of(ERASED, KEPT).forEach(life::lead);
        List.of(ERASED, KEPT).forEach(life::sayWhatIsRefused);
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
        var places = everywhere("before");

        assertThat(places.where("found-on-purpose"))
                .as("what is no secret is found, so the search finds")
                .contains("table ledger.event", "table query.terms_edition")
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
        var told = told(ERASED) + told(KEPT);

        PLANTED.all().forEach((place, text) -> {
            if (isRecorded(place)) {
                assertThat(told).as(place).contains(text);
            }
        });
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
        product.rebuildProjections();
        nothingComesBack(standing);
        assertThat(everyEventWithSomethingToSealWasThere()).isEmpty();
        assertThat(new Fsck(product.dataSource(), List.of(), null, Progress.none()).run())
                .satisfies(report ->
                        assertThat(report.isVerified()).as(report.toString()).isTrue());
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
        var answer = life.get("/api/v1/customers/" + ERASED + "/standing?termsId=t&at=2026-01-01T00:00:00Z")
                + life.get("/api/v1/customers/" + ERASED + "/standing?termsId=t");
        return answer.replaceAll("\"(at|knownAt|ledgerSize)\":[^,}]*", "");
    }

    /** What the product tells of a customer over HTTP, and what can be opened of what the ledger holds. */
    private static String told(String customer) {
        var positions = jdbc().sql("select position from ledger.event where aggregate_id like '%:' || ?")
                .param(customer)
                .query((row, i) -> row.getLong(1))
                .list();
        return life.get("/api/v1/customers/" + customer + "/history?limit=100")
                + life.get("/api/v1/customers/" + customer + "/legal-holds")
                + product.ledger().opened(positions);
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
                .add("metrics", life.get("/actuator/prometheus"))
                .add("checkpoint", life.get("/ledger/checkpoint"))
                .add("API description", life.get("/v3/api-docs"));
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

    /** The events of these contexts with personal members that nothing above has recorded. */
    private static List<String> everyEventWithSomethingToSealWasThere() {
        var recorded = jdbc().sql("select distinct payload_type from ledger.event")
                .query(String.class)
                .list();
        return EventTypes.all().entrySet().stream()
                .filter(type -> SealedForm.concerns(type.getValue()))
                .map(Map.Entry::getKey)
                .filter(name -> CONTEXTS.stream().anyMatch(name::startsWith))
                .filter(name -> !recorded.contains(name))
                .toList();
    }

    private static JdbcClient jdbc() {
        return JdbcClient.create(product.dataSource());
    }
}
