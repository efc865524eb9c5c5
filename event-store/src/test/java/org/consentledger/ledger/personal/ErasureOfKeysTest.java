package org.consentledger.ledger.personal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.consentledger.ledger.testing.PersonalFacts.CUSTOMER;
import static org.consentledger.ledger.testing.PersonalFacts.acceptance;
import static org.consentledger.ledger.testing.PersonalFacts.closed;
import static org.consentledger.ledger.testing.TestLedger.event;

import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.consentledger.events.CustomerId;
import org.consentledger.events.customer.PersonalDataErased;
import org.consentledger.ledger.store.Appended;
import org.consentledger.ledger.store.Claimed;
import org.consentledger.ledger.testing.TestLedger;
import org.consentledger.ledger.testing.TestPostgres;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class ErasureOfKeysTest {
    private static final int CUSTOMERS = 12;

    private TestLedger ledger;
    private TestLedger other;
    private JdbcClient jdbc;

    @BeforeEach
    void openLedgerTwice() {
        ledger = new TestLedger(TestPostgres.ledgerDatabase());
        other = new TestLedger(ledger.database);
        jdbc = JdbcClient.create(ledger.database);
    }

    @AfterEach
    void closeLedgers() {
        other.close();
        ledger.close();
        ledger.database.close();
    }

    @Test
    @DisplayName("消去とともに鍵は失われ、事実は鍵のないまま残る")
    void destroysTheKeysInTheTransactionOfTheEvent() {
        var claim = new RequestClaim(CUSTOMER, "key", new byte[] {1});
        ledger.appendFor(claim, acceptance(CUSTOMER, 0));
        jdbc.sql("update ledger.data_key set retired_at = clock_timestamp()").update();
        ledger.append(acceptance(CUSTOMER, 1));

        var erased = ledger.append(erasure(CUSTOMER));

        assertThat(tombstones(CUSTOMER)).isEqualTo(2);
        assertThat(jdbc.sql("select distinct destroyed_at = ? from ledger.data_key")
                        .param(erased.recordedAt().atOffset(ZoneOffset.UTC))
                        .query(Boolean.class)
                        .list())
                .containsExactly(true);
        assertThat(other.reader.opened(List.of(1L, 3L)))
                .extracting(one -> one.payload())
                .containsOnly(closed(CUSTOMER));
        assertThat(ledger.dataKeys.askedBefore(claim).isSame(claim)).isFalse();
    }

    @Test
    @DisplayName("消去された方の鍵は、もう一つのプロセスが前に読んだものからも作り直せない")
    void refusesWhoLookedTheKeysUpBefore() {
        ledger.append(acceptance(CUSTOMER, 0));
        var claim = new RequestClaim(CUSTOMER, "late", new byte[] {1});
        var lookedUp = other.dataKeys.askedBefore(claim).keys();
        lookedUp.sealing();
        var neverSeen = new CustomerId("never-seen");
        var lateClaim = new RequestClaim(neverSeen, "late", new byte[] {1});
        var madeUp = other.dataKeys.askedBefore(lateClaim).keys();
        madeUp.sealing();
        ledger.append(erasure(CUSTOMER));
        ledger.append(erasure(neverSeen));

        assertThatThrownBy(() -> append(claim, lookedUp, acceptance(CUSTOMER, 1)))
                .isInstanceOf(CustomerErased.class);
        assertThatThrownBy(() -> append(lateClaim, madeUp, acceptance(neverSeen, 0)))
                .isInstanceOf(CustomerErased.class);

        assertThatThrownBy(() -> other.append(acceptance(CUSTOMER, 1))).isInstanceOf(CustomerErased.class);
        assertThat(livingKeys()).isZero();
        assertThat(tombstones(neverSeen)).isEqualTo(1);
        assertThat(ledger.reader.size()).isEqualTo(4);
    }

    @Test
    @DisplayName("二つのプロセスが同意と消去を競っても、消去の後には何も記録されず、生きた鍵も残らない")
    void leavesNoKeyWhereErasureAndAcceptanceRace() throws Exception {
        try (var threads = Executors.newFixedThreadPool(CUSTOMERS)) {
            var work = IntStream.range(0, CUSTOMERS)
                    .mapToObj(i -> new CustomerId("racing-" + i))
                    .<Callable<Void>>mapMulti((customer, racing) -> {
                        racing.accept(racer(ledger, acceptance(customer, 0)));
                        racing.accept(racer(other, erasure(customer)));
                    })
                    .toList();
            for (var done : threads.invokeAll(work)) {
                done.get();
            }
        }

        assertThat(livingKeys()).isZero();
        assertThat(jdbc.sql("""
                        select count(*) from ledger.event later join ledger.event erased
                            on erased.payload_type = 'customer.PersonalDataErased' and later.position > erased.position
                            and later.aggregate_id = 'agreement:terms:' || substring(erased.aggregate_id from 10)""").query(Long.class).single()).isZero();
    }

    @Test
    @DisplayName("鍵表だけを控えから戻しても、起動の前に消去が繰り返される")
    void repeatsErasuresOnKeysThatARestoreBroughtBack() {
        ledger.append(acceptance(CUSTOMER, 0));
        var stays = new CustomerId("stays");
        ledger.append(acceptance(stays, 0));
        jdbc.sql("create table backup as select * from ledger.data_key").update();
        ledger.append(erasure(CUSTOMER));
        var unkeyed = new CustomerId("unkeyed");
        ledger.append(erasure(unkeyed));

        jdbc.sql("alter table ledger.data_key disable trigger all").update();
        jdbc.sql("delete from ledger.data_key").update();
        jdbc.sql("insert into ledger.data_key select * from backup").update();
        jdbc.sql("alter table ledger.data_key enable trigger all").update();
        assertThat(ledger.reader.opened(List.of(1L)).getFirst().payload()).isNotEqualTo(closed(CUSTOMER));
        new Erasures(ledger.database, null).replayOntoKeys();
        new Erasures(ledger.database, null).replayOntoKeys();

        assertThat(ledger.reader.opened(List.of(1L)).getFirst().payload()).isEqualTo(closed(CUSTOMER));
        assertThat(ledger.reader.opened(List.of(3L)).getFirst().payload()).isNotEqualTo(closed(stays));
        assertThat(tombstones(CUSTOMER)).isEqualTo(1);
        assertThat(tombstones(unkeyed)).isEqualTo(1);
        assertThatThrownBy(() -> ledger.append(acceptance(CUSTOMER, 1))).isInstanceOf(CustomerErased.class);
    }

    private Appended append(RequestClaim claim, CustomerKeys keys, DomainEventMessage<?> event) {
        return other.append(unitOfWork -> Appended.claim(unitOfWork, new Claimed(claim, keys)), List.of(event));
    }

    private static Callable<Void> racer(TestLedger process, DomainEventMessage<?> event) {
        return () -> {
            try {
                process.append(event);
            } catch (CustomerErased _) {
                // the erasure was first
            }
            return null;
        };
    }

    private static DomainEventMessage<Object> erasure(CustomerId customerId) {
        return event("customer:" + customerId, 0, new PersonalDataErased(customerId, "an erasure"));
    }

    private long tombstones(CustomerId customerId) {
        return jdbc.sql("select count(*) from ledger.data_key where customer_id = ? and wrapped is null")
                .param(customerId.value())
                .query(Long.class)
                .single();
    }

    private long livingKeys() {
        return jdbc.sql("select count(*) from ledger.data_key where wrapped is not null")
                .query(Long.class)
                .single();
    }
}
