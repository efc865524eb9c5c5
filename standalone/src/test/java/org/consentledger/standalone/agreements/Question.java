package org.consentledger.standalone.agreements;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import org.consentledger.standing.NaiveStanding;
import org.consentledger.standing.Standing;
import tools.jackson.databind.JsonNode;

/** Where does a customer stand at an instant, as known when the ledger held n leaves? */
record Question(String customer, String terms, Instant at, long n) {

    String answer(Client client) {
        var answer = client.get("/api/v1/customers/" + customer + "/standing?termsId=" + terms + "&at=" + at
                + "&knownAt=position:" + n);
        assertThat(answer.status()).as(answer.response().body()).isEqualTo(200);
        return answer.response().body();
    }

    /** What the projection answers is what the ledger itself says, and what an obvious walk through its facts finds. */
    void agrees(JsonNode projected, FoldedLedger ledger) {
        var terms = ledger.terms(this.terms, n);
        var customer = ledger.customer(this.terms, this.customer, n);
        var replayed = Standing.of(terms, customer, at);
        assertThat(told(projected)).as(toString()).isEqualTo(told(replayed));
        assertThat(projected
                        .get("restsOn")
                        .valueStream()
                        .map(fact -> fact.get("position").asLong())
                        .toList())
                .as(toString())
                .isEqualTo(
                        replayed.restsOn().stream().map(Standing.Fact::position).toList());

        var naive = new NaiveStanding(terms, customer, at);
        assertThat(replayed.mode().name()).as(toString()).isEqualTo(naive.mode());
        assertThat(replayed.since()).as(toString()).isEqualTo(naive.since());
        assertThat(edition(replayed)).as(toString()).isEqualTo(naive.edition());
        assertThat(NaiveStanding.due(replayed)).as(toString()).isEqualTo(naive.due());
        for (var purpose : replayed.purposes()) {
            assertThat(purpose.state() + " " + purpose.basis())
                    .as(toString())
                    .isEqualTo(naive.state(purpose.purpose()));
        }
    }

    /** One's standing in a few words, as an answer tells it. */
    private static String told(JsonNode answer) {
        var purposes = new TreeMap<String, String>();
        answer.get("purposes")
                .valueStream()
                .forEach(purpose -> purposes.put(
                        purpose.get("purposeId").asString(),
                        purpose.get("state").asString() + " " + nullable(purpose.get("basis")) + " "
                                + nullable(purpose.get("recordId"))));
        var due = answer.get("due")
                .valueStream()
                .map(one ->
                        one.get("action").asString() + nullable(one.get("edition")) + nullable(one.get("purposeId")))
                .toList();
        var binding = answer.get("binding");
        return String.join(
                "|",
                nullable(answer.at("/edition/number")),
                binding.get("mode").asString(),
                nullable(binding.get("since")),
                nullable(binding.get("recordId")),
                binding.get("recordedAs").toString(),
                purposes.toString(),
                due.toString());
    }

    private static String told(Standing standing) {
        var purposes = new TreeMap<String, String>();
        standing.purposes()
                .forEach(purpose -> purposes.put(
                        purpose.purpose().purposeId().value(),
                        purpose.state() + " " + purpose.basis() + " " + purpose.recordId()));
        List<String> due = standing.due().stream()
                .map(one -> switch (one) {
                    case Standing.Due.AcceptEdition accept -> "ACCEPT_EDITION" + accept.edition() + "null";
                    case Standing.Due.RenewPurpose renew -> "RENEW_PURPOSEnull" + renew.purposeId();
                    case Standing.Due.DecidePurpose decide -> "DECIDE_PURPOSEnull" + decide.purposeId();
                })
                .toList();
        return String.join(
                "|",
                standing.edition() == null ? "null" : Integer.toString(edition(standing)),
                standing.mode().name(),
                Objects.toString(standing.since()),
                Objects.toString(standing.recordId()),
                "["
                        + String.join(
                                ",",
                                standing.recordedAs().stream()
                                        .map(mark -> "\"" + mark + "\"")
                                        .toList())
                        + "]",
                purposes.toString(),
                due.toString());
    }

    private static int edition(Standing standing) {
        var edition = standing.edition();
        return edition == null ? 0 : edition.edition().value();
    }

    private static String nullable(JsonNode node) {
        return node.isMissingNode() || node.isNull() ? "null" : node.asString();
    }
}
