package org.consentledger.ledger.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.consentledger.ledger.testing.TestLedger.event;

import com.zaxxer.hikari.HikariDataSource;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.consentledger.ledger.testing.TestLedger;
import org.consentledger.ledger.testing.TestPostgres;
import org.junit.jupiter.api.Test;

class LongStreamsTest {
    private static final int MOST = 200;

    private final LongStreams streams = new LongStreams(MOST);
    private final List<Long> asked = new ArrayList<>();

    /** Reads a stream of so many events, and notes from where on the ledger was asked. */
    private void read(String aggregateId, int events) {
        var read = streams.read(aggregateId, first -> {
            asked.add(first);
            return DomainEventStream.of(
                    LongStream.range(first, events).mapToObj(sequence -> event(aggregateId, sequence)));
        });
        var sequences =
                read.asStream().map(DomainEventMessage::getSequenceNumber).toList();
        assertThat(read.getLastSequenceNumber()).isEqualTo(events == 0 ? null : Long.valueOf(events - 1L));
        assertThat(sequences).isEqualTo(LongStream.range(0, events).boxed().toList());
    }

    @Test
    void asksForWhatHasComeSince() {
        read("a", 0);
        read("a", 100);
        read("a", 103);
        read("a", 103);
        assertThat(asked).containsExactly(0L, 0L, 100L, 100L);
    }

    @Test
    void keepsNoShortStreams() {
        read("a", 10);
        read("a", 11);
        assertThat(asked).containsExactly(0L, 0L);
    }

    @Test
    void keepsNoMoreThanSoManyEventsOfThoseAskedForLast() {
        read("a", 100);
        read("b", 100);
        read("a", 100);
        read("c", 100);
        asked.clear();

        read("a", 100);
        read("b", 100);

        assertThat(asked).containsExactly(100L, 0L);
    }

    @Test
    void keepsNoneThatIsLongerThanAllTogether() {
        read("a", MOST + 1);
        read("a", MOST + 1);
        assertThat(asked).containsExactly(0L, 0L);
    }

    @Test
    void readsFromTheLedgerWhatAnotherProcessHasAppended() {
        try (HikariDataSource database = TestPostgres.ledgerDatabase();
                var ledger = new TestLedger(database);
                var other = new TestLedger(database)) {
            other.append(IntStream.range(0, 70)
                    .mapToObj(sequence -> event("customer:a", sequence))
                    .toArray(DomainEventMessage<?>[]::new));
            assertThat(ledger.store.readEvents("customer:a").asStream()).hasSize(70);
            other.append(event("customer:a", 70));

            var again = ledger.store.readEvents("customer:a").asStream().toList();
            var onceMore = ledger.store.readEvents("customer:a").asStream().toList();

            assertThat(again).hasSize(71);
            assertThat(again.getLast().getSequenceNumber()).isEqualTo(70);
            assertThat(onceMore.getFirst()).isSameAs(again.getFirst());
        }
    }
}
