package org.consentledger.standalone.agreements;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.consentledger.standalone.InProcessProduct;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** Random lives of many customers, lived through the API by several threads at once, while editions are published. */
class RandomAgreementsTest {
    private static final int THREADS = 8;
    private static final int CUSTOMERS = Integer.getInteger("campaign.customers", 250);
    private static final int QUESTIONS = Math.max(800, 2 * CUSTOMERS);

    @TempDir
    private Path data;

    @Test
    @DisplayName("投影の答え、台帳からの再計算、素朴な計算は一致し、過去の知識についての答えは変わらない")
    void answersAsTheLedgerSaysAndNeverOtherwiseLater() throws Exception {
        try (var product = InProcessProduct.start(data);
                var client = new Client(product.url())) {
            var terms = new PublishedTerms(client);
            terms.register();
            for (int edition = 1; edition <= PublishedTerms.FIRST_EDITIONS; edition++) {
                publish(terms, edition);
            }
            var lives = IntStream.range(0, CUSTOMERS)
                    .mapToObj(i -> new RandomCustomer("c-" + i, client, i))
                    .toList();
            act(lives, 3, PublishedTerms.FIRST_EDITIONS);
            var random = new SplittableRandom(CUSTOMERS);
            long soFar = product.ledger().size();
            var before = ask(QUESTIONS / 4, random, soFar);
            var answers = before.parallelStream()
                    .map(question -> question.answer(client))
                    .toList();

            publish(terms, 5);
            publish(terms, PublishedTerms.ALL_EDITIONS);
            act(lives, 4, PublishedTerms.ALL_EDITIONS);

            assertThat(before.parallelStream()
                            .map(question -> question.answer(client))
                            .toList())
                    .as("as known before all that was recorded since")
                    .isEqualTo(answers);
            var ledger = FoldedLedger.of(product.ledger());
            assertThat(ledger.size()).isGreaterThan(soFar);
            var all = new ArrayList<>(before);
            all.addAll(ask(QUESTIONS, random, ledger.size()));
            all.parallelStream()
                    .forEach(
                            question -> question.agrees(JsonMapper.shared().readTree(question.answer(client)), ledger));
        }
    }

    private static void publish(PublishedTerms terms, int edition) {
        PublishedTerms.TERMS.forEach(termsId -> terms.publish(termsId, edition));
    }

    private static void act(List<RandomCustomer> customers, int times, int editions) throws Exception {
        try (var threads = Executors.newFixedThreadPool(THREADS)) {
            List<Callable<Void>> lives = new ArrayList<>();
            for (var customer : customers) {
                lives.add(() -> {
                    for (int i = 0; i < times; i++) {
                        var answer = customer.act(editions);
                        assertThat(answer.status()).as(answer.response().body()).isIn(201, 404, 409, 422);
                    }
                    return null;
                });
            }
            for (var life : threads.invokeAll(lives)) {
                life.get();
            }
        }
    }

    private static List<Question> ask(int many, SplittableRandom random, long size) {
        var questions = new ArrayList<Question>();
        for (int i = 0; i < many; i++) {
            questions.add(new Question(
                    "c-" + random.nextInt(CUSTOMERS),
                    PublishedTerms.TERMS.get(random.nextInt(2)),
                    RandomCustomer.instant(random),
                    random.nextInt(3) == 0 ? size : 1 + random.nextLong(size)));
        }
        return questions;
    }
}
