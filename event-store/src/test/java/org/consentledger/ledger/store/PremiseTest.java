package org.consentledger.ledger.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.consentledger.ledger.testing.TestLedger.event;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.modelling.command.ConcurrencyException;
import org.consentledger.events.Channel;
import org.consentledger.events.EditionNumber;
import org.consentledger.events.TermsId;
import org.consentledger.events.terms.NoticeOfChangePosted;
import org.consentledger.ledger.append.Premise;
import org.consentledger.ledger.append.Premise.NothingSince;
import org.consentledger.ledger.append.Premise.Stands;
import org.consentledger.ledger.rows.EventCriteria;
import org.consentledger.ledger.testing.TestLedger;
import org.consentledger.ledger.testing.TestPostgres;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PremiseTest {
    private static final EventCriteria OF_EDITION_13 =
            new EventCriteria("agreement:cloud:", List.of("terms.NoticeOfChangePosted"), "edition", "13");

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
    void admitsWhatRestsOnAnAggregateThatStands() {
        ledger.append(event("terms", 0));
        append(new Stands("terms", 0), event("a", 0));
        append(new Stands("nothing there", -1), event("b", 0));
        assertThat(ledger.reader.size()).isEqualTo(3);
    }

    @Test
    void refusesWhatRestsOnAnAggregateThatHasMovedOn() {
        ledger.append(event("terms", 0), event("terms", 1));
        assertThatThrownBy(() -> append(new Stands("terms", 0), event("a", 0)))
                .isInstanceOf(ConcurrencyException.class);
        assertThatThrownBy(() -> append(new Stands("terms", -1), event("a", 0)))
                .isInstanceOf(ConcurrencyException.class);
        assertThat(ledger.reader.size()).isEqualTo(2);
    }

    @Test
    void looksOnlyAtWhatWasNotLookedAtBefore() {
        ledger.append(notice("agreement:cloud:x", 13));
        assertThat(ledger.reader.first(OF_EDITION_13, 0)).hasValue(0);
        append(new NothingSince(OF_EDITION_13, 1), event("terms", 0));
        assertThatThrownBy(() -> append(new NothingSince(OF_EDITION_13, 0), event("terms", 1)))
                .isInstanceOf(ConcurrencyException.class);
    }

    @Test
    void passesOverWhatDoesNotMeetTheCriteria() {
        ledger.append(notice("agreement:cloud:x", 12));
        ledger.append(notice("agreement:cloudier:x", 13));
        ledger.append(notice("terms:cloud", 13));
        assertThat(ledger.reader.first(OF_EDITION_13, 0)).isEmpty();
        append(new NothingSince(OF_EDITION_13, 0), event("terms", 0));
        assertThat(ledger.reader.size()).isEqualTo(4);
    }

    @Test
    void neverAdmitsBothWhereEachRestsOnTheAbsenceOfTheOther() throws Exception {
        try (var threads = Executors.newFixedThreadPool(2)) {
            for (int round = 0; round < 40; round++) {
                var terms = "terms:" + round;
                var agreements = new EventCriteria(
                        "agreement:" + round + ":", List.of("terms.NoticeOfChangePosted"), "edition", "13");
                long size = ledger.reader.size();
                var agreement = notice("agreement:" + round + ":c", 13);
                var barrier = new CyclicBarrier(2);
                var answers = threads.invokeAll(List.of(
                        after(barrier, () -> append(new Stands(terms, -1), agreement)),
                        after(barrier, () -> append(new NothingSince(agreements, size), event(terms, 0)))));
                var refused = new ArrayList<Throwable>();
                for (var answer : answers) {
                    try {
                        answer.get();
                    } catch (ExecutionException e) {
                        refused.add(e.getCause());
                    }
                }
                assertThat(refused).singleElement().isInstanceOf(ConcurrencyException.class);
            }
        }
    }

    private static Callable<Appended> after(CyclicBarrier barrier, Callable<Appended> append) {
        return () -> {
            barrier.await();
            return append.call();
        };
    }

    private Appended append(Premise premise, DomainEventMessage<?> event) {
        return ledger.append(unitOfWork -> Appended.restsOn(unitOfWork, premise), List.of(event));
    }

    private static DomainEventMessage<Object> notice(String aggregateId, int edition) {
        return event(
                aggregateId,
                0,
                new NoticeOfChangePosted(
                        new TermsId("cloud"), new EditionNumber(edition), Channel.WEB, Instant.EPOCH, null, null));
    }
}
