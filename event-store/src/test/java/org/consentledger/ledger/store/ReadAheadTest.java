package org.consentledger.ledger.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.consentledger.ledger.testing.TestLedger.event;

import java.util.ArrayList;
import java.util.List;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.consentledger.ledger.rows.EventRows;
import org.consentledger.ledger.testing.TestLedger;
import org.consentledger.ledger.testing.TestPostgres;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ReadAheadTest {
    private final ReadAhead ahead = new ReadAhead();
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
    void followsWhatItsUnitsOfWorkAppend() {
        ahead.add("a", 0, List.of());
        assertThat(readAndAppend("a", event("a", 0))).isEmpty();
        assertThat(readAndAppend("a", event("a", 1))).containsExactly(0L);
        assertThat(readAndAppend("a", event("a", 2))).containsExactly(0L, 1L);
    }

    @Test
    void isNotBelievedByTheAppenderWhereOthersHaveAppended() {
        ahead.add("a", 0, List.of());
        ledger.append(event("a", 0));
        assertThatThrownBy(() -> readAndAppend("a", event("a", 0)))
                .isInstanceOf(AggregateStreamCreationException.class);
        ahead.forget();
        assertThat(readAndAppend("a", event("a", 1))).containsExactly(0L);
    }

    @Test
    void leavesToTheLedgerWhatWasNotRead() {
        ledger.append(event("a", 0), event("a", 1));
        ahead.add("a", 2, List.of());
        assertThat(readAndAppend("a", event("b", 0))).containsExactly(0L, 1L);
    }

    @Test
    void isFilledByOneQuestionForManyAggregates() {
        ledger.append(event("a", 0), event("a", 1), event("a", 2));
        ledger.append(event("b", 0));
        var found = new EventRows(ledger.database).ofAggregates(List.of("a", "b", "c"), 2);
        assertThat(found).containsOnlyKeys("a", "b");
        assertThat(found.get("a")).extracting("seq").containsExactly(0L, 1L);
    }

    /** Sequence numbers of the stream, as a unit of work sees it that has the stream read ahead, and appends. */
    private List<Long> readAndAppend(String aggregateId, DomainEventMessage<?> event) {
        var seen = new ArrayList<Long>();
        ledger.append(
                unitOfWork -> {
                    ahead.giveTo(unitOfWork);
                    ledger.store
                            .readEvents(aggregateId)
                            .asStream()
                            .map(DomainEventMessage::getSequenceNumber)
                            .forEach(seen::add);
                },
                List.of(event));
        return seen;
    }
}
