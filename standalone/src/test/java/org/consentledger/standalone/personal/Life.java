package org.consentledger.standalone.personal;

import java.util.Locale;
import org.consentledger.events.ContentDigest;
import tools.jackson.databind.JsonNode;

/** What is recorded of a customer, each time with something in every member that could name a person. */
final class Life {
    private static final String TEXT = "第一条 found-on-purpose";

    private final Client client;
    private final Planted planted;

    Life(Client client, Planted planted) {
        this.client = client;
        this.planted = planted;
    }

    void publishTerms() {
        client.post(201, "/api/v1/terms", """
                {"termsId":"t","title":"約款","provider":"提供者","timeZone":"Asia/Tokyo","language":"ja"}""");
        client.put("/api/v1/terms/t/editions/1", String.format(Locale.ROOT, """
                {"label":"第一版","revisedOn":"2019-07-30","effectiveOn":"2019-07-30","text":"%s",
                 "change":{"procedure":"INITIAL"},
                 "purposes":[{"purposeId":"service","provision":"第1条","title":"提供","mode":"WITH_TERMS"},
                             {"purposeId":"news","provision":"第1条","title":"案内","mode":"VOLUNTARY"}]}""", TEXT));
        client.post(201, "/api/v1/terms/t/editions/1/publication", "{}");
    }

    /** Acts of a customer, from the first to the last; at its end he has left. */
    void lead(String customer) {
        act(customer, "acceptances", edition(), "REPRESENTATIVE", "authority");
        act(customer, "refusals", edition(), "STAFF", "reason");
        act(customer, "consents", decision("GIVEN"), "STAFF", "reason");
        var consent = act(customer, "consents", decision("WITHDRAWN"), "REPRESENTATIVE", "authority");
        act(customer, "consents", decision("REFUSED"), "STAFF", "reason");
        annul(customer, consent.path("recordId").asString());
        var departure = act(customer, "departure", "", "STAFF", "reason");
        annul(customer, departure.path("recordId").asString());
        var hold = client.post(
                201,
                path(customer, "legal-holds"),
                String.format(Locale.ROOT, """
                {"reason":"%s","matter":"%s"}""", at(customer, "hold.reason"), at(customer, "hold.matter")));
        client.post(
                201,
                path(customer, "legal-holds/" + hold.path("holdId").asString() + "/release"),
                String.format(Locale.ROOT, """
                {"reason":"%s"}""", at(customer, "release.reason")));
        act(customer, "departure", "", "REPRESENTATIVE", "authority");
    }

    /** What the product says no to, in its own ways. */
    void sayWhatIsRefused(String customer) {
        client.post(400, path(customer, "acceptances"), String.format(Locale.ROOT, """
                {"termsId":"t","edition":1,"%s":"%1$s"}""", at(customer, "unknown")));
        client.post(400, path(customer, "acceptances"), "{\"actor\":" + at(customer, "broken"));
        client.post(404, path(customer, "consents"), String.format(Locale.ROOT, """
                {"termsId":"nowhere","purposeId":"news","decision":"GIVEN","channel":"WEB",
                 "evidence":{"note":"%s"}}""", at(customer, "rejected")));
    }

    void erase(String customer) {
        var asked = client.post(
                202, path(customer, "erasure"), String.format(Locale.ROOT, """
                {"reason":"%s"}""", at(customer, "erasure.reason")));
        client.post(201, path(customer, "erasure/" + asked.path("erasureId").asString() + "/approval"), "{}");
    }

    private JsonNode act(String customer, String what, String more, String kind, String besides) {
        return client.post(
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
        client.post(
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
}
