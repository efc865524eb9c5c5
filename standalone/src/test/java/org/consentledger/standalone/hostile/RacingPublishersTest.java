package org.consentledger.standalone.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.consentledger.access.Scope;
import org.consentledger.events.terms.EditionPublished;
import org.consentledger.standalone.InProcessProduct;
import org.consentledger.standalone.TestTokens;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

@TestInstance(Lifecycle.PER_CLASS)
@DisplayName("起案者は公表できず、二人が同時に公表しても公表は一つ")
class RacingPublishersTest {
    private static final int ROUNDS = 20;

    @TempDir
    static Path data;

    private InProcessProduct product;
    private Wire wire;

    @BeforeAll
    void start() throws Exception {
        product = InProcessProduct.start(data);
        wire = Wire.to(product.url());
        assertThat(send("author", "POST", "/api/v1/terms", """
                {"termsId":"race","title":"約款","provider":"提供者","timeZone":"Asia/Tokyo","language":"ja"}""").status()).isEqualTo(201);
    }

    @AfterAll
    void stop() throws IOException {
        product.close();
    }

    @Test
    @DisplayName("何度競っても、公表は一つで、負けた者にはそうとわかる")
    void twoPublishersGiveOnePublication() throws Exception {
        for (int edition = 1; edition <= ROUNDS; edition++) {
            draft(edition);
            assertThat(code(publish("author", edition))).isEqualTo("FOUR_EYES");
            // Whoever of the two is sent off first, and with the author in between.
            var callers = edition % 2 == 0 ? List.of("one", "author", "other") : List.of("other", "author", "one");
            var answers = atOnce(callers, edition);
            assertThat(answers.stream().map(Answer::status)).containsExactlyInAnyOrder(201, 409, 409);
            assertThat(answers.get(1).status()).as("the author").isEqualTo(409);
            assertThat(code(answers.get(1))).isIn("FOUR_EYES", "EDITION_ALREADY_PUBLISHED");
            assertThat(Stream.of(answers.getFirst(), answers.getLast())
                            .filter(answer -> answer.status() == 409)
                            .map(RacingPublishersTest::code))
                    .containsExactly("EDITION_ALREADY_PUBLISHED");
            assertThat(code(publish("one", edition))).isEqualTo("EDITION_ALREADY_PUBLISHED");
        }
        assertThat(product.ledger()
                        .ofType(EditionPublished.class, 0, product.ledger().size()))
                .extracting(published -> published.edition().value())
                .containsExactlyElementsOf(
                        Stream.iterate(1, edition -> edition + 1).limit(ROUNDS).toList());
    }

    private void draft(int edition) throws Exception {
        var answer = send(
                "author",
                "PUT",
                "/api/v1/terms/race/editions/" + edition,
                String.format(Locale.ROOT, """
                {"label":"第%1$d版","revisedOn":"%2$d-01-01","effectiveOn":"%2$d-01-01","text":"約款 第%1$d版",
                 "change":{"procedure":"%3$s"},"purposes":[]}""", edition, 2000 + edition, edition == 1 ? "INITIAL" : "ACCEPTANCE"));
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    }

    private List<Answer> atOnce(List<String> callers, int edition) throws Exception {
        var start = new CyclicBarrier(callers.size());
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = new ArrayList<Future<Answer>>();
            for (var caller : callers) {
                answers.add(threads.submit(() -> {
                    start.await();
                    return publish(caller, edition);
                }));
            }
            var all = new ArrayList<Answer>();
            for (var answer : answers) {
                all.add(answer.get());
            }
            return all;
        }
    }

    private Answer publish(String caller, int edition) throws IOException {
        return send(caller, "POST", "/api/v1/terms/race/editions/" + edition + "/publication", "{}");
    }

    /** Everybody here may draft and publish, so that nothing but who he is keeps the author from it. */
    private Answer send(String caller, String method, String path, String body) throws IOException {
        var token = TestTokens.signed(product.url(), caller, Scope.TERMS_DRAFT, Scope.TERMS_PUBLISH);
        return wire.send(Message.of(method, path, token)
                .plus("Content-Type", "application/json")
                .withBody(body.getBytes(StandardCharsets.UTF_8)));
    }

    private static String code(Answer answer) {
        return JsonMapper.shared().readTree(answer.text()).path("code").asString();
    }
}
