package org.consentledger.ledger.personal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.consentledger.ledger.testing.PersonalFacts.CUSTOMER;
import static org.consentledger.ledger.testing.PersonalFacts.acceptance;
import static org.consentledger.ledger.testing.PersonalFacts.accepted;
import static org.consentledger.ledger.testing.PersonalFacts.closed;
import static org.consentledger.ledger.testing.TestLedger.event;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.axonframework.eventhandling.DomainEventMessage;
import org.consentledger.events.CustomerId;
import org.consentledger.events.customer.PersonalDataErased;
import org.consentledger.ledger.testing.TestLedger;
import org.consentledger.ledger.testing.TestPostgres;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

class ErasureMemoryTest {
    private static final CustomerId STAYS = new CustomerId("stays");
    private static final CustomerId CAME_LATER = new CustomerId("came-later");

    private final ListAppender<ILoggingEvent> log = new ListAppender<>();

    @TempDir
    private Path keys;

    private String url;
    private HikariDataSource database;
    private MasterKeyFiles masterKeys;
    private ErasureMemory memory;

    @BeforeEach
    void openDatabase() {
        url = TestPostgres.migrated("ledger");
        database = TestPostgres.pool(url);
        masterKeys = new MasterKeyFiles(keys);
        memory = new ErasureMemory(keys.resolve("erasures"));
        log.start();
        logger().addAppender(log);
    }

    @AfterEach
    void closeDatabase() {
        logger().detachAppender(log);
        database.close();
    }

    @Test
    @DisplayName("消去は、答える前に、データベースの外の記録に書かれる")
    void remembersAnErasureOutsideTheDatabase() throws Exception {
        try (var ledger = start(database)) {
            ledger.append(acceptance(CUSTOMER, 0));
            var erased = ledger.append(erasure(CUSTOMER));

            assertThat(memory.all())
                    .containsExactly(new RememberedErasure(erased.lastPosition(), erased.recordedAt(), CUSTOMER));
        }
        assertThat(Files.getPosixFilePermissions(keys.resolve("erasures")))
                .isEqualTo(PosixFilePermissions.fromString("rw-------"));
        assertThat(log.list).isEmpty();
    }

    @Test
    @DisplayName("データベース全体を消去の前に戻しても、消去された方は消去されたまま")
    void keepsWhoWasErasedErasedWhereTheWholeDatabaseIsPutBack() {
        try (var ledger = start(database)) {
            ledger.append(acceptance(CUSTOMER, 0));
            ledger.append(acceptance(STAYS, 0));
        }
        database.close();
        var backup = TestPostgres.copy(url);
        database = TestPostgres.pool(url);
        try (var ledger = start(database)) {
            ledger.append(acceptance(CAME_LATER, 0));
            ledger.append(erasure(CUSTOMER));
            ledger.append(erasure(CAME_LATER));
        }

        try (var restored = TestPostgres.pool(backup);
                var ledger = start(restored)) {
            assertThat(ledger.reader.opened(List.of(1L, 3L)))
                    .extracting(one -> one.payload())
                    .containsExactly(closed(CUSTOMER), accepted(STAYS));
            assertThatThrownBy(() -> ledger.append(acceptance(CUSTOMER, 1))).isInstanceOf(CustomerErased.class);
            assertThatThrownBy(() -> ledger.append(acceptance(CAME_LATER, 0))).isInstanceOf(CustomerErased.class);
        }
        assertThat(log.list).extracting(ILoggingEvent::getLevel).containsExactly(Level.WARN);
    }

    @Test
    @DisplayName("鍵表だけを戻しても、消去された方は消去されたまま")
    void keepsWhoWasErasedErasedWhereTheKeyTableIsPutBack() {
        var jdbc = JdbcClient.create(database);
        try (var ledger = start(database)) {
            ledger.append(acceptance(CUSTOMER, 0));
            jdbc.sql("create table backup as select * from ledger.data_key").update();
            ledger.append(erasure(CUSTOMER));
        }
        jdbc.sql("alter table ledger.data_key disable trigger all").update();
        jdbc.sql("delete from ledger.data_key").update();
        jdbc.sql("insert into ledger.data_key select * from backup").update();
        jdbc.sql("alter table ledger.data_key enable trigger all").update();

        try (var ledger = start(database)) {
            assertThat(ledger.reader.opened(List.of(1L)).getFirst().payload()).isEqualTo(closed(CUSTOMER));
        }
        assertThat(memory.all()).hasSize(1);
    }

    @Test
    @DisplayName("記録がなくなっていれば、はっきり言い、台帳にある消去から作り直す")
    void saysLoudlyThatItIsMissing() throws Exception {
        try (var ledger = start(database)) {
            ledger.append(erasure(CUSTOMER));
        }
        Files.delete(keys.resolve("erasures"));

        start(database).close();
        start(database).close();

        assertThat(memory.all()).extracting(RememberedErasure::customerId).containsExactly(CUSTOMER);
        assertThat(log.list)
                .singleElement()
                .satisfies(said -> assertThat(said.getFormattedMessage()).startsWith("there is no memory of erasures"));
    }

    @Test
    @DisplayName("記録が古いか壊れていれば、はっきり言い、欠けた分を書き足す")
    void saysLoudlyWhatItLacks() throws Exception {
        try (var ledger = start(database)) {
            ledger.append(erasure(CUSTOMER));
            ledger.append(erasure(STAYS));
        }
        var file = keys.resolve("erasures");
        var torn = Files.readString(file).replaceFirst("stays\n$", "st");
        Files.writeString(file, torn, StandardOpenOption.TRUNCATE_EXISTING);

        start(database).close();

        assertThat(memory.all()).extracting(RememberedErasure::customerId).containsExactly(CUSTOMER, STAYS);
        assertThat(Files.readString(file)).startsWith(torn + "\n").endsWith(" stays\n");
        assertThat(log.list).extracting(ILoggingEvent::getLevel).containsExactly(Level.ERROR, Level.ERROR);
    }

    /** As a process does. */
    private TestLedger start(HikariDataSource database) {
        new Epochs(database, masterKeys).begin();
        new Erasures(database, memory).replayOntoKeys();
        return new TestLedger(database, masterKeys, memory::remember);
    }

    private static DomainEventMessage<Object> erasure(CustomerId customerId) {
        return event("customer:" + customerId, 0, new PersonalDataErased(customerId, "an erasure"));
    }

    private static Logger logger() {
        return (Logger) LoggerFactory.getLogger(Erasures.class);
    }
}
