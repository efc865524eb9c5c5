package org.consentledger.ledger.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.consentledger.ledger.testing.TestLedger.event;

import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.UUID;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.consentledger.events.CustomerId;
import org.consentledger.ledger.append.EventRefused;
import org.consentledger.ledger.append.IdempotencyKeyTaken;
import org.consentledger.ledger.personal.RequestClaim;
import org.consentledger.ledger.testing.TestLedger;
import org.consentledger.ledger.testing.TestPostgres;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class AppendTest {
    private TestLedger ledger;

    @BeforeEach
    void openLedger() {
        ledger = new TestLedger(TestPostgres.ledgerDatabase());
    }

    @AfterEach
    void closeLedger() {
        ledger.close();
        ledger.database.close();
    }

    @Test
    void givesEventsTheNextPositionsInTheirOrder() {
        var first = ledger.append(event("a", 0), event("a", 1));
        var second = ledger.append(event("b", 0));

        assertThat(first.eventIds().stream().map(first::position)).containsExactly(0L, 1L);
        assertThat(second.lastPosition()).isEqualTo(2);
        assertThat(second.recordedAt()).isAfter(first.recordedAt());
        assertThat(ledger.reader.size()).isEqualTo(3);
    }

    @Test
    void tellsWhatWasStored() {
        var appended = ledger.append(event("a", 0));

        var read = ledger.reader.event(0).orElseThrow();
        assertThat(read.payload()).isEqualTo(event("a", 0).getPayload());
        assertThat(read.eventId()).isEqualTo(appended.eventIds().getFirst());
        assertThat(read.recordedAt()).isEqualTo(appended.recordedAt());
        assertThat(ledger.reader.event(UUID.fromString(read.eventId()))).contains(read);
        assertThat(ledger.store.readEvents("a").next().getTimestamp()).isEqualTo(appended.recordedAt());
    }

    @Test
    void refusesASecondBeginningOfAnAggregate() {
        ledger.append(event("a", 0));

        assertThatThrownBy(() -> ledger.append(event("a", 0))).isInstanceOf(AggregateStreamCreationException.class);
        assertThat(ledger.reader.size()).isEqualTo(1);
    }

    @Test
    void refusesAStaleSequenceNumberAndStoresNothingOfItsUnitOfWork() {
        ledger.append(event("a", 0), event("a", 1));

        assertThatThrownBy(() -> ledger.append(event("b", 0), event("a", 1))).isInstanceOf(ConcurrencyException.class);
        assertThat(ledger.reader.lastSeq("b")).isEmpty();
    }

    @Test
    void refusesASequenceNumberThatLeavesAGap() {
        ledger.append(event("a", 0));

        assertThatThrownBy(() -> ledger.append(event("a", 2))).isInstanceOf(ConcurrencyException.class);
    }

    @Test
    @DisplayName("同じ冪等キーは、一度だけ記録される")
    void storesAnIdempotencyKeyOnceWhateverAggregateItMeets() {
        claiming("key-1", "a");

        assertThatThrownBy(() -> claiming("key-1", "b")).isInstanceOf(IdempotencyKeyTaken.class);
        var before = ledger.dataKeys.askedBefore(claim("customer", "key-1", "request"));
        assertThat(before.isSame(claim("customer", "key-1", "request"))).isTrue();
        assertThat(before.isSame(claim("customer", "key-1", "another"))).isFalse();
        assertThat(Objects.requireNonNull(before.answered()).firstPosition()).isEqualTo(1);
        assertThat(ledger.dataKeys
                        .askedBefore(claim("another", "key-1", "request"))
                        .answered())
                .isNull();
        assertThat(ledger.reader.lastSeq("b")).isEmpty();
    }

    @Test
    void refusesASecondAppendOfOneUnitOfWork() {
        ledger.store.subscribe(_ -> ledger.store.publish(event("b", 0)));

        assertThatThrownBy(() -> ledger.append(event("a", 0))).hasMessageContaining("appends once");
        assertThat(ledger.reader.lastSeq("b")).isEmpty();
    }

    @Test
    void refusesAnEventThatTheDatabaseCannotHold() {
        assertThatThrownBy(() -> ledger.append(event("zero \0 byte", 0))).isInstanceOf(EventRefused.class);

        assertThat(ledger.append(event("a", 0)).lastPosition()).isZero();
    }

    private void claiming(String key, String aggregateId) {
        ledger.appendFor(claim("customer", key, "request"), event(aggregateId, 0));
    }

    private static RequestClaim claim(String customer, String key, String request) {
        return new RequestClaim(new CustomerId(customer), key, request.getBytes(StandardCharsets.UTF_8));
    }
}
