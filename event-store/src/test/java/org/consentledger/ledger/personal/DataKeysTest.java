package org.consentledger.ledger.personal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.consentledger.ledger.testing.PersonalFacts.CUSTOMER;
import static org.consentledger.ledger.testing.PersonalFacts.acceptance;
import static org.consentledger.ledger.testing.PersonalFacts.accepted;
import static org.consentledger.ledger.testing.PersonalFacts.closed;
import static org.consentledger.ledger.testing.TestLedger.event;

import java.util.List;
import org.consentledger.events.CustomerId;
import org.consentledger.events.ledger.DataKeyCommitted;
import org.consentledger.ledger.reading.RecordedEvent;
import org.consentledger.ledger.rows.EventRows;
import org.consentledger.ledger.store.Appended;
import org.consentledger.ledger.store.Claimed;
import org.consentledger.ledger.testing.TestLedger;
import org.consentledger.ledger.testing.TestMasterKeys;
import org.consentledger.ledger.testing.TestPostgres;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class DataKeysTest {
    private TestLedger ledger;
    private JdbcClient jdbc;

    @BeforeEach
    void openLedger() {
        ledger = new TestLedger(TestPostgres.ledgerDatabase());
        jdbc = JdbcClient.create(ledger.database);
    }

    @AfterEach
    void closeLedger() {
        ledger.close();
        ledger.database.close();
    }

    @Test
    @DisplayName("鍵の確約は、その鍵の最初の使用より前に記録される")
    void commitsToAKeyBeforeItsFirstUseAndOnlyThen() {
        var first = ledger.append(acceptance(CUSTOMER, 0));
        var second = ledger.append(acceptance(CUSTOMER, 1));

        assertThat(first.position(first.eventIds().getFirst())).isEqualTo(1);
        assertThat(second.lastPosition()).isEqualTo(2);
        var committed = ledger.reader.event(0).orElseThrow();
        assertThat(committed.aggregateId()).isEqualTo("key:c:7:1");
        assertThat(committed.recordedAt()).isEqualTo(first.recordedAt());
        assertThat(committed.payload())
                .isEqualTo(new DataKeyCommitted(
                        CUSTOMER, 1, ledger.dataKeys.of(CUSTOMER).sealing().commitment()));
    }

    @Test
    void makesNoKeyWhereThereIsNothingToSeal() {
        ledger.append(event("agreement:terms:c:7", 0, closed(CUSTOMER)));

        assertThat(ledger.reader.size()).isEqualTo(1);
        assertThat(ledger.dataKeys.of(CUSTOMER).version(1)).isEmpty();
    }

    @Test
    void opensForWhoAsksAndForNobodyElse() throws InterruptedException {
        ledger.append(acceptance(CUSTOMER, 0), acceptance(new CustomerId("other"), 0));

        assertThat(ledger.reader.opened(List.of(2L, 3L)).stream().map(RecordedEvent::payload))
                .containsExactly(accepted(CUSTOMER), accepted(new CustomerId("other")));
        assertThat(ledger.reader.event(2).orElseThrow().payload()).isEqualTo(closed(CUSTOMER));
        assertThat(ledger.store.readEvents("agreement:terms:c:7").next().getPayload())
                .isEqualTo(closed(CUSTOMER));
        try (var stream = ledger.store.openStream(null)) {
            stream.nextAvailable();
            stream.nextAvailable();
            assertThat(stream.nextAvailable().getPayload()).isEqualTo(closed(CUSTOMER));
        }
    }

    @Test
    @DisplayName("鍵の競争に負けた者は、勝った者の鍵で封じ直す")
    void sealsAgainWithTheKeyOfWhoWasFirst() {
        try (var other = new TestLedger(ledger.database)) {
            var one = new RequestClaim(CUSTOMER, "one", new byte[] {1});
            var two = new RequestClaim(CUSTOMER, "two", new byte[] {2});
            var keysOfOne = ledger.dataKeys.askedBefore(one).keys();
            var keysOfTwo = other.dataKeys.askedBefore(two).keys();
            assertThat(keysOfOne.sealing().commitment())
                    .isNotEqualTo(keysOfTwo.sealing().commitment());

            ledger.append(
                    unitOfWork -> Appended.claim(unitOfWork, new Claimed(one, keysOfOne)),
                    List.of(acceptance(CUSTOMER, 0)));
            other.append(
                    unitOfWork -> Appended.claim(unitOfWork, new Claimed(two, keysOfTwo)),
                    List.of(acceptance(CUSTOMER, 1)));

            assertThat(ledger.reader.size()).isEqualTo(3);
            assertThat(ledger.reader.opened(List.of(1L, 2L)).stream().map(RecordedEvent::payload))
                    .containsOnly(accepted(CUSTOMER));
            assertThat(ledger.dataKeys.askedBefore(two).isSame(two)).isTrue();
        }
    }

    @Test
    @DisplayName("二つの鍵で開く暗号文は、確約と合わない鍵では開けない")
    void refusesTheOtherKeyOfACiphertextThatOpensUnderTwo() {
        ledger.append(acceptance(CUSTOMER, 0));
        var rightful = ledger.dataKeys.of(CUSTOMER).sealing();
        var other = DataKey.random(CUSTOMER, 1);
        var place = new Place("agreement.EditionAccepted", "1", "/actor/name");
        byte[] nonce = AesGcm.newNonce();
        var sealed = new SealedMember(
                rightful.kid(),
                nonce,
                TwoKeyCiphertext.make(rightful.encryption(), other.encryption(), nonce, place.boundTo(rightful.kid())));
        assertThat(rightful.open(place, sealed)).isNotEqualTo(other.open(place, sealed));

        swap(other);

        assertThatThrownBy(() -> ledger.dataKeys.named(List.of(rightful.kid())))
                .isInstanceOf(SealBroken.class)
                .hasMessageContaining("committed");
        assertThatThrownBy(() -> ledger.dataKeys.of(CUSTOMER).sealing()).isInstanceOf(SealBroken.class);
        assertThatThrownBy(() -> ledger.reader.opened(List.of(1L))).isInstanceOf(SealBroken.class);
        assertThat(ledger.reader.event(1).orElseThrow().payload()).isEqualTo(closed(CUSTOMER));
    }

    @Test
    void takesTheNextVersionOnceAKeyIsRetired() {
        ledger.append(acceptance(CUSTOMER, 0));
        jdbc.sql("update ledger.data_key set retired_at = clock_timestamp()").update();
        ledger.append(acceptance(CUSTOMER, 1));

        assertThat(new EventRows(ledger.database).at(2).orElseThrow().aggregateId())
                .isEqualTo("key:c:7:2");
        assertThat(ledger.dataKeys.of(CUSTOMER).sealing().version()).isEqualTo(2);
        assertThat(ledger.reader.opened(List.of(1L, 3L)).stream().map(RecordedEvent::payload))
                .containsOnly(accepted(CUSTOMER))
                .hasSize(2);
    }

    @Test
    void takesTheNextVersionWhereARestoreLostTheKeysRow() {
        ledger.append(acceptance(CUSTOMER, 0));
        jdbc.sql("alter table ledger.data_key disable trigger all").update();
        jdbc.sql("delete from ledger.data_key").update();
        ledger.append(acceptance(CUSTOMER, 1));

        assertThat(ledger.dataKeys.of(CUSTOMER).sealing().version()).isEqualTo(2);
        assertThatThrownBy(() -> ledger.reader.opened(List.of(1L)))
                .isInstanceOf(SealBroken.class)
                .hasMessageContaining("not in the database");
    }

    /** As somebody could who has the database and the master key. */
    private void swap(DataKey other) {
        var masterKeys = new TestMasterKeys();
        masterKeys.make(1);
        jdbc.sql("update ledger.data_key set wrapped = ?")
                .param(other.wrappedBy(masterKeys.of(1)))
                .update();
    }
}
