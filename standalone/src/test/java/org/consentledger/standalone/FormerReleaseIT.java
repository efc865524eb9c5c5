package org.consentledger.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * A data directory that a former release has written, under this one: it is migrated at the start, says what it said, and is
 * written on. Its tables are {@code query} V20 and {@code ledger} V9, so of the migrations only those that came later are
 * proven on rows of then. Not proven: what older states wrote, another major version of PostgreSQL, two sides of different
 * releases at once, personal data erased then, and dead letters. How it was made stands in the README beside it.
 */
class FormerReleaseIT {
    /** Members may be added to an answer; what these say stays. */
    private static final List<String> SAID = List.of(
            "/edition/number",
            "/edition/digest",
            "/binding/mode",
            "/binding/since",
            "/binding/recordId",
            "/due",
            "/restsOn/0/eventId",
            "/ledgerSize");

    @TempDir
    private Path temporary;

    @Test
    @Timeout(600)
    void startsAndAnswersAsItDid() throws Exception {
        temporary = temporary.toRealPath();
        FormerRelease.unpackInto(temporary);

        var product = StartedProduct.start(temporary, "data", 0);
        try (var client = new LedgerClient(product.url())) {
            // 1. Every answer of then.
            product.awaitReadiness(200);
            var answers = FormerRelease.answers();
            assertThat(answers).hasSizeGreaterThan(8);
            for (var then : answers) {
                says(client, then);
            }

            // 2. Names are opened with the master key of then.
            var history = client.get("/api/v1/customers/named/history");
            assertThat(history.text()).contains("山田花子");

            // 3. It goes on: the next leaf is recorded and signed by the key of then.
            client.publishTerms();
            var recorded = Acknowledged.of("next", "k", client.accept("next", "k"));
            assertThat(recorded.position())
                    .isGreaterThanOrEqualTo(
                            answers.getFirst().answer().required("ledgerSize").asLong());
            LogAuditor.read(client).check(recorded);
            assertThat(client.standingOnceIncluded("next", recorded.position()).status())
                    .isEqualTo(200);

            // 4. All of it is what was signed, and every projection says what the ledger says.
            verified("fsck");
            verified("replay", "--all");
        } finally {
            product.end();
        }
    }

    private static void says(LedgerClient client, FormerRelease.Answer then) throws IOException {
        var now = client.get(then.path());
        assertThat(now.status()).as(now.text()).isEqualTo(200);
        for (var said : SAID) {
            assertThat(now.json().at(said))
                    .as(then.path() + " " + said)
                    .isEqualTo(then.answer().at(said));
        }
        assertThat(purposes(now.json())).as(then.path()).isEqualTo(purposes(then.answer()));
    }

    private static List<String> purposes(JsonNode answer) {
        return answer.path("purposes")
                .valueStream()
                .map(purpose -> purpose.path("purposeId").asString() + " "
                        + purpose.path("state").asString() + " "
                        + purpose.path("since").asString())
                .toList();
    }

    private void verified(String... verb) throws Exception {
        var arguments = new ArrayList<>(List.of(verb));
        arguments.addAll(List.of("--data", "data"));
        var outcome = Verb.run(temporary, arguments.toArray(String[]::new));
        assertThat(outcome.status()).as(outcome.output()).isZero();
    }
}
