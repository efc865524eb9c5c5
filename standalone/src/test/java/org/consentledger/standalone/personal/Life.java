package org.consentledger.standalone.personal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Locale;
import org.consentledger.events.ContentDigest;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A customer whose every record says something in every member that could name a person. */
final class Life {
    private static final String TEXT = "第一条 found-on-purpose";
    private static final JsonMapper JSON = JsonMapper.shared();

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI product;
    private final Planted planted;
    private int keys;

    Life(URI product, Planted planted) {
        this.product = product;
        this.planted = planted;
    }

    void publishTerms() {
        post(201, "/api/v1/terms", """
                {"termsId":"t","title":"約款","provider":"提供者","timeZone":"Asia/Tokyo","language":"ja"}""");
        send("PUT", "/api/v1/terms/t/editions/1", String.format(Locale.ROOT, """
                {"label":"第一版","revisedOn":"2019-07-30","effectiveOn":"2019-07-30","text":"%s",
                 "change":{"procedure":"INITIAL"},
                 "purposes":[{"purposeId":"service","provision":"第1条","title":"提供","mode":"WITH_TERMS"},
                             {"purposeId":"news","provision":"第1条","title":"案内","mode":"VOLUNTARY"}]}""", TEXT));
        post(201, "/api/v1/terms/t/editions/1/publication", "{}");
    }

    /** Everything that can be recorded of a customer; at its end he has left. */
    void lead(String customer) {
        act(customer, "acceptances", edition(), "REPRESENTATIVE", "authority");
        act(customer, "refusals", edition(), "STAFF", "reason");
        act(customer, "consents", decision("GIVEN"), "STAFF", "reason");
        var consent = act(customer, "consents", decision("WITHDRAWN"), "REPRESENTATIVE", "authority");
        act(customer, "consents", decision("REFUSED"), "STAFF", "reason");
        annul(customer, consent.path("recordId").asString());
        var departure = act(customer, "departure", "", "STAFF", "reason");
        annul(customer, departure.path("recordId").asString());
        var hold = post(
                201,
                path(customer, "legal-holds"),
                String.format(Locale.ROOT, """
                {"reason":"%s","matter":"%s"}""", at(customer, "hold.reason"), at(customer, "hold.matter")));
        post(
                201,
                path(customer, "legal-holds/" + hold.path("holdId").asString() + "/release"),
                String.format(Locale.ROOT, """
                {"reason":"%s"}""", at(customer, "release.reason")));
        act(customer, "departure", "", "REPRESENTATIVE", "authority");
    }

    /** What the product says no to, in its own ways. */
    void sayWhatIsRefused(String customer) {
        post(400, path(customer, "acceptances"), String.format(Locale.ROOT, """
                {"termsId":"t","edition":1,"%s":"%1$s"}""", at(customer, "unknown")));
        post(400, path(customer, "acceptances"), "{\"actor\":" + at(customer, "broken"));
        post(404, path(customer, "consents"), String.format(Locale.ROOT, """
                {"termsId":"nowhere","purposeId":"news","decision":"GIVEN","channel":"WEB",
                 "evidence":{"note":"%s"}}""", at(customer, "rejected")));
    }

    void erase(String customer) {
        var asked =
                post(202, path(customer, "erasure"), String.format(Locale.ROOT, """
                {"reason":"%s"}""", at(customer, "erasure.reason")));
        post(201, path(customer, "erasure/" + asked.path("erasureId").asString() + "/approval"), "{}");
    }

    String get(String path) {
        var answer = send(HttpRequest.newBuilder(product.resolve(path)));
        while (answer.statusCode() == 503) { // a projection is being rebuilt
            answer = send(HttpRequest.newBuilder(product.resolve(path)));
        }
        assertThat(answer.statusCode()).as(path + ": " + answer.body()).isEqualTo(200);
        return answer.body();
    }

    private JsonNode act(String customer, String what, String more, String kind, String besides) {
        return post(
                201,
                path(customer, what),
                String.format(
                        Locale.ROOT,
                        """
                {%s"channel":"PHONE","actor":{"kind":"%s","name":"%s","%s":"%s"},
                 "evidence":{"ipAddress":"%s","userAgent":"%s","note":"%s"}}""",
                        more,
                        kind,
                        at(customer, what + ".name"),
                        besides,
                        at(customer, what + "." + besides),
                        at(customer, what + ".ipAddress"),
                        at(customer, what + ".userAgent"),
                        at(customer, what + ".note")));
    }

    private void annul(String customer, String recordId) {
        post(
                201,
                path(customer, "annulments"),
                String.format(Locale.ROOT, """
                {"recordId":"%s","reason":"%s"}""", recordId, at(customer, "annulment.reason")));
    }

    private static String edition() {
        return String.format(Locale.ROOT, "\"termsId\":\"t\",\"edition\":1,\"digest\":\"%s\",", ContentDigest.of(TEXT));
    }

    private static String decision(String decision) {
        return String.format(Locale.ROOT, "\"termsId\":\"t\",\"purposeId\":\"news\",\"decision\":\"%s\",", decision);
    }

    private String at(String customer, String place) {
        return planted.at(customer + "." + place);
    }

    private static String path(String customer, String what) {
        return "/api/v1/customers/" + customer + "/" + what;
    }

    private JsonNode post(int status, String path, String body) {
        var answer = send("POST", path, body);
        assertThat(answer.statusCode()).as(path + ": " + answer.body()).isEqualTo(status);
        return JSON.readTree(answer.body());
    }

    private HttpResponse<String> send(String method, String path, String body) {
        return send(HttpRequest.newBuilder(product.resolve(path))
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", "key-" + keys++)
                .method(method, BodyPublishers.ofString(body)));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
