package org.consentledger.standalone.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.consentledger.standalone.personal.Client;
import tools.jackson.databind.json.JsonMapper;

/** Terms of a test's own, recorded over the API, and what customers answer to them. */
final class OwnTerms {
    private static final String DEMO = "desknets-cloud";

    private OwnTerms() {}

    /**
     * Terms and the draft of their first edition, whose path it returns.
     *
     * @param termsId comes after the demo's: pages where none are chosen are about the first
     */
    static String draft(Client client, String termsId, String text) {
        assertThat(termsId).isGreaterThan(DEMO);
        client.post(
                201,
                "/api/v1/terms",
                json(Map.of(
                        "termsId",
                        termsId,
                        "title",
                        "手で公開する約款",
                        "provider",
                        "提供者",
                        "timeZone",
                        "Asia/Tokyo",
                        "language",
                        "ja")));
        return draft(client, termsId, 1, "INITIAL", "2020-04-01", text);
    }

    static String draft(Client client, String termsId, int number, String procedure, String effectiveOn, String text) {
        var path = "/api/v1/terms/" + termsId + "/editions/" + number;
        client.put(
                path,
                json(Map.of(
                        "label",
                        "第" + number + "版",
                        "revisedOn",
                        "2020-04-01",
                        "effectiveOn",
                        effectiveOn,
                        "text",
                        text,
                        "change",
                        Map.of("procedure", procedure),
                        "purposes",
                        List.of())));
        return path;
    }

    static void answer(Client client, String answer, String termsId, String customer, int edition) {
        var digest = client.json("/api/v1/terms/" + termsId + "/editions/" + edition)
                .path("digest")
                .asString();
        client.post(
                201,
                "/api/v1/customers/" + customer + "/" + answer,
                json(Map.of(
                        "termsId",
                        termsId,
                        "edition",
                        edition,
                        "digest",
                        digest,
                        "channel",
                        "WEB",
                        "actor",
                        Map.of("kind", "SELF"))));
    }

    private static String json(Object body) {
        return JsonMapper.shared().writeValueAsString(body);
    }
}
