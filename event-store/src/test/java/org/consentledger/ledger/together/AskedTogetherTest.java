package org.consentledger.ledger.together;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class AskedTogetherTest {
    private static final int AT_FAULT = 3;

    private final CountDownLatch answering = new CountDownLatch(1);
    private final CountDownLatch mayAnswer = new CountDownLatch(1);
    private final List<List<Integer>> asked = new CopyOnWriteArrayList<>();
    private final AskedTogether<Integer, Integer> squares = new AskedTogether<>(this::squares);

    @Test
    void asksOnceForAllWhoCameWhileOthersWereAnswered() {
        var answers = askZeroAndMeanwhile(1, 3, 5);

        assertThat(answers.stream().map(CompletableFuture::join)).containsExactly(0, 1, 9, 25);
        assertThat(asked).hasSize(2);
        assertThat(asked.getLast()).containsExactlyInAnyOrder(1, 3, 5);
    }

    @Test
    void answersAllTheOthersWhereOneIsAtFault() {
        var answers = askZeroAndMeanwhile(1, -AT_FAULT, 5);

        assertThatThrownBy(() -> answers.remove(2).join()).hasRootCauseInstanceOf(IllegalArgumentException.class);
        assertThat(answers.stream().map(CompletableFuture::join)).containsExactly(0, 1, 25);
    }

    private List<CompletableFuture<Integer>> askZeroAndMeanwhile(int... questions) {
        var answers = new ArrayList<CompletableFuture<Integer>>();
        var threads = new ArrayList<Thread>();
        ask(0, answers, threads);
        await(answering);
        IntStream.of(questions).forEach(question -> ask(question, answers, threads));
        while (!threads.stream().allMatch(thread -> thread.getState() == Thread.State.WAITING)) {
            Thread.onSpinWait();
        }
        mayAnswer.countDown();
        return answers;
    }

    private void ask(int question, List<CompletableFuture<Integer>> answers, List<Thread> threads) {
        var answer = new CompletableFuture<Integer>();
        answers.add(answer);
        threads.add(Thread.ofPlatform().start(() -> {
            try {
                answer.complete(squares.ask(question));
            } catch (IllegalArgumentException e) {
                answer.completeExceptionally(e);
            }
        }));
    }

    private List<Integer> squares(List<Integer> questions) {
        asked.add(List.copyOf(questions));
        answering.countDown();
        await(mayAnswer);
        if (questions.stream().anyMatch(question -> question < 0)) {
            throw new IllegalArgumentException("nothing below zero is asked about");
        }
        return questions.stream().map(question -> question * question).toList();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
