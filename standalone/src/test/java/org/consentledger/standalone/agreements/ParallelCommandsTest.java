package org.consentledger.standalone.agreements;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.consentledger.standalone.InProcessProduct;
import org.consentledger.standalone.agreements.Client.Answer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** Many commands at once on few customers, each request sent twice, while an edition is published. */
class ParallelCommandsTest {
    private static final int CUSTOMERS = 5;
    private static final int COMMANDS = 500;
    private static final String TERMS = "alpha";

    /** In an order in which one customer can do all of it. */
    private enum Kind {
        REFUSAL,
        ACCEPTANCE,
        GIVEN,
        WITHDRAWN,
        DEPARTURE
    }

    /** One request, sent twice under the same key. */
    private record Request(String path, String body, String key) {}

    @TempDir
    private Path data;

    @Test
    @DisplayName("500の並行する命令は、それぞれ一度だけ記録されるか断られ、台帳と投影は一致する")
    void recordsEachOfManyParallelCommandsOnce() throws Exception {
        try (var product = InProcessProduct.start(data);
                var client = new Client(product.url())) {
            var terms = new PublishedTerms(client);
            terms.register();
            for (int edition = 1; edition <= PublishedTerms.FIRST_EDITIONS; edition++) {
                terms.publish(TERMS, edition);
            }
            for (var kind : Kind.values()) {
                var request = request(kind, "orderly", "key-" + kind);
                assertThat(client.post(request.path(), request.body(), request.key())
                                .status())
                        .as(kind.name())
                        .isEqualTo(201);
            }
            long before = product.ledger().size();

            var halfway = new CountDownLatch(COMMANDS);
            var requests = requests();
            var answers = sendTwice(client, requests, halfway, () -> {
                halfway.await();
                terms.publish(TERMS, 5);
                terms.publish(TERMS, PublishedTerms.ALL_EDITIONS);
                return null;
            });

            var records = new HashSet<String>();
            int replays = 0;
            for (var pair : answers) {
                assertThat(pair)
                        .allSatisfy(answer -> assertThat(answer.status())
                                .as(answer.response().body())
                                .isIn(201, 409));
                var recorded =
                        pair.stream().filter(answer -> answer.status() == 201).toList();
                var ids = new HashSet<>(
                        recorded.stream().map(answer -> answer.text("recordId")).toList());
                assertThat(ids).hasSizeLessThanOrEqualTo(1);
                records.addAll(ids);
                replays += (int) recorded.stream().filter(Answer::replayed).count();
            }
            // How many are recorded, and of which kinds, depends on who comes first.
            assertThat(records).isNotEmpty();
            assertThat(replays).isPositive();
            long published = 4;
            long keysCommitted = CUSTOMERS;
            assertThat(product.ledger().size()).isEqualTo(before + keysCommitted + published + records.size());
            agree(client, FoldedLedger.of(product.ledger()));
        }
    }

    private static List<List<Answer>> sendTwice(
            Client client, List<Request> requests, CountDownLatch halfway, Callable<Void> meanwhile) throws Exception {
        var answers = new ArrayList<List<Answer>>();
        var sent = new ArrayList<Future<Answer>>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var publication = threads.submit(meanwhile);
            requests.forEach(request -> {
                for (int i = 0; i < 2; i++) {
                    sent.add(threads.submit(() -> {
                        var answer = client.postPatiently(request.path(), request.body(), request.key());
                        halfway.countDown();
                        return answer;
                    }));
                }
            });
            for (int i = 0; i < sent.size(); i += 2) {
                answers.add(List.of(sent.get(i).get(), sent.get(i + 1).get()));
            }
            publication.get();
        }
        return answers;
    }

    /** Acceptances race consents, consents their withdrawal, and all of them departures and the publication. */
    private static List<Request> requests() {
        var requests = new ArrayList<Request>();
        for (int i = 0; i < COMMANDS; i++) {
            var kind = switch (i / CUSTOMERS % 10) {
                case 0, 1, 2, 3 -> Kind.ACCEPTANCE;
                case 4 -> Kind.REFUSAL;
                case 5, 6 -> Kind.GIVEN;
                case 7, 8 -> Kind.WITHDRAWN;
                default -> Kind.DEPARTURE;
            };
            requests.add(request(kind, "busy-" + i % CUSTOMERS, "key-" + i));
        }
        Collections.shuffle(requests, new Random(1));
        return requests;
    }

    private static Request request(Kind kind, String customer, String key) {
        var path = "/api/v1/customers/" + customer + "/";
        return switch (kind) {
            case ACCEPTANCE -> new Request(path + "acceptances", shown(4), key);
            case REFUSAL -> new Request(path + "refusals", shown(4), key);
            case GIVEN, WITHDRAWN -> new Request(path + "consents", decides(kind.name()), key);
            case DEPARTURE -> new Request(path + "departure", "{}", key);
        };
    }

    private static String shown(int edition) {
        return String.format(
                Locale.ROOT,
                "{\"termsId\":\"%s\",\"edition\":%d,\"digest\":\"%s\",\"channel\":\"WEB\",\"actor\":{\"kind\":\"SELF\"}}",
                TERMS,
                edition,
                PublishedTerms.digest(TERMS, edition));
    }

    private static String decides(String decision) {
        return String.format(
                Locale.ROOT,
                "{\"termsId\":\"%s\",\"purposeId\":\"news\",\"decision\":\"%s\",\"channel\":\"APP\"}",
                TERMS,
                decision);
    }

    private static void agree(Client client, FoldedLedger ledger) {
        var random = new SplittableRandom(1);
        for (int i = 0; i < 200; i++) {
            long n = i < CUSTOMERS ? ledger.size() : 1 + random.nextLong(ledger.size());
            var at = ledger.recordedAt(random.nextInt(2) == 0 ? ledger.size() : n);
            var question = new Question("busy-" + i % CUSTOMERS, TERMS, at, n);
            question.agrees(JsonMapper.shared().readTree(question.answer(client)), ledger);
        }
    }
}
