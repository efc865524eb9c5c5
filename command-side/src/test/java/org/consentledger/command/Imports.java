package org.consentledger.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.consentledger.command.RunningCommandSide.Answer;
import org.consentledger.ledger.reading.RecordedEvent;
import tools.jackson.databind.JsonNode;

/** A client that imports files over HTTP and waits until that is done. */
record Imports(RunningCommandSide product) {
    static final String HEADER = "kind,customerId,termsId,edition,digest,decisions,expressedAt,datePrecision,"
            + "channel,sourceKind,reference,actorKind,actorReason,evidenceNote\n";

    static String row(String kindCustomerEdition, String decisions, String time, String reference) {
        var first = kindCustomerEdition.split(",", -1);
        return String.format(
                Locale.ROOT,
                "%s,%s,desknets-cloud,%s,,%s,%s,LETTER,PAPER,%s,SELF,,\n",
                first[0],
                first[1],
                first[2],
                decisions,
                time,
                reference);
    }

    Answer post(String mediaType, String rows) {
        return product.post("/api/v1/imports", rows, "Content-Type", mediaType, "Accept-Language", "en");
    }

    /** Imports the rows and answers the report. */
    JsonNode imported(String mediaType, String rows) {
        var taken = post(mediaType, rows);
        assertThat(taken.status()).as(taken.response().body()).isEqualTo(202);
        String path = taken.header("Location");
        assertThat(path).endsWith(taken.text("importId"));
        await().atMost(Duration.ofMinutes(1))
                .until(() -> product.get(path).text("state").equals("DONE"));
        return product.get(path).json();
    }

    /** The rejects file. */
    String rejects(JsonNode done) {
        var answer = product.get("/api/v1/imports/" + done.path("importId").asString() + "/rejects");
        assertThat(answer.status()).isEqualTo(200);
        return answer.response().body();
    }

    static List<String> codes(JsonNode report) {
        return report.path("rejects")
                .valueStream()
                .map(reject -> reject.path("code").asString())
                .toList();
    }

    /** What the ledger holds of the customer's agreement. */
    List<Object> facts(String customer) {
        return product.ledger()
                .ofAggregate("agreement:desknets-cloud:" + customer, 0)
                .map(RecordedEvent::payload)
                .toList();
    }
}
