package org.consentledger.ledger.together;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One question for all threads that ask at about the same time: who comes while others are being answered waits with
 * those who come after him, and the first of them asks for all. Nobody gets an answer that was under way before he came.
 * Who comes alone asks at once, on his own thread.
 */
public final class AskedTogether<Q, A> {
    private static final Logger LOG = LoggerFactory.getLogger(AskedTogether.class);

    private final Ask<Q, A> ask;
    private final Lock turn = new ReentrantLock();
    private Round<Q, A> gathering = new Round<>();

    /** Answers many in their order. */
    @FunctionalInterface
    public interface Ask<Q, A> {
        List<A> all(List<Q> questions);
    }

    private record Round<Q, A>(List<Q> questions, CompletableFuture<List<A>> answers) {
        private Round() {
            this(new ArrayList<>(), new CompletableFuture<>());
        }
    }

    public AskedTogether(Ask<Q, A> ask) {
        this.ask = ask;
    }

    public A ask(Q question) {
        Round<Q, A> round;
        int place;
        synchronized (this) {
            round = gathering;
            place = round.questions().size();
            round.questions().add(question);
        }
        if (place == 0) {
            lead(round);
        }
        var answers = round.answers().join();
        return answers.isEmpty() ? ask.all(List.of(question)).getFirst() : answers.get(place);
    }

    /** Where the common question fails, each asks for himself: it may be the fault of one. */
    @SuppressWarnings("ThreadPriorityCheck") // nothing depends on it: who comes too late asks in the next round
    private void lead(Round<Q, A> round) {
        List<A> answers = List.of();
        Thread.yield(); // many are woken at once, by one commit; those who are about to ask get here first
        turn.lock();
        try {
            answers = ask.all(closed(round));
        } catch (RuntimeException e) {
            if (round.questions().size() == 1) {
                throw e;
            }
            LOG.debug("{} questions failed together", round.questions().size(), e);
        } finally {
            turn.unlock();
            round.answers().complete(answers);
        }
    }

    /** Nobody joins it any more. */
    private synchronized List<Q> closed(Round<Q, A> round) {
        gathering = new Round<>();
        return round.questions();
    }
}
