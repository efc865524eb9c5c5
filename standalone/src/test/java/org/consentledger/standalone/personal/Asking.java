package org.consentledger.standalone.personal;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** What a customer asks about his own data and what becomes of it, and to whom they were provided. */
final class Asking {
    private final Client client;
    private final Planted planted;
    private final Map<String, String> disclosures = new HashMap<>();
    private int words;

    Asking(Client client, Planted planted) {
        this.client = client;
        this.planted = planted;
    }

    /** One request of each kind, each to its end. */
    void ask(String customer) {
        var disclosure = request(customer, "DISCLOSURE");
        disclosures.put(customer, disclosure);
        step(customer, disclosure, "identity-check", "\"outcome\":\"NOT_CONFIRMED\"," + said(customer, "method"));
        step(customer, disclosure, "identity-check", "\"outcome\":\"CONFIRMED\"," + said(customer, "method"));
        step(customer, disclosure, "fee", "\"paid\":false,\"amount\":300,\"currency\":\"JPY\",");
        step(customer, disclosure, "fee", "\"paid\":true,\"amount\":300,\"currency\":\"JPY\",");
        decide(customer, disclosure, "GRANTED");

        var correction = request(customer, "CORRECTION");
        step(customer, correction, "identity-check", "\"outcome\":\"CONFIRMED\"," + said(customer, "method"));
        step(customer, correction, "fee", "\"paid\":true,\"amount\":0,\"currency\":\"JPY\",");
        decide(customer, correction, "DECLINED");

        var suspension = request(customer, "SUSPENSION_OF_USE");
        step(customer, suspension, "identity-check", "\"outcome\":\"CONFIRMED\"," + said(customer, "method"));
        step(customer, suspension, "fee", "\"paid\":true,\"amount\":0,\"currency\":\"JPY\",");
        decide(customer, suspension, "GRANTED");
        step(customer, suspension, "lifting", said(customer, "reason"));
    }

    /** A member of staff looks at the customer's data, and writes down more than he should. */
    void look(String customer) {
        client.look(path(customer, "history"), at(customer, "access.reason"));
    }

    /** It must be kept for years, so such a customer cannot be erased. */
    void provide(String customer) {
        client.post(
                201,
                path(customer, "provisions"),
                String.format(
                        Locale.ROOT,
                        """
                {"recipient":"%s","dataItems":["%s","%s"],"purposeId":"service","providedAt":"2020-01-01T00:00:00Z"}""",
                        at(customer, "provision.recipient"),
                        at(customer, "provision.first"),
                        at(customer, "provision.second")));
    }

    /** What the product says no to. */
    void askWhatIsRefused(String customer) {
        client.post(400, path(customer, "requests"), String.format(Locale.ROOT, """
                {"kind":"ERASURE","details":"%s"}""", at(customer, "request.rejected")));
        client.post(
                404,
                path(customer, "requests/none/decision"),
                String.format(Locale.ROOT, """
                {"outcome":"GRANTED","reason":"%s"}""", at(customer, "decision.rejected")));
        client.post(
                422,
                path(customer, "provisions"),
                String.format(Locale.ROOT, """
                {"recipient":"%s","dataItems":["%s"],"purposeId":"nobody-states-it",
                 "providedAt":"2020-01-01T00:00:00Z"}""", at(customer, "recipient.rejected"), at(customer, "item.rejected")));
        client.post(
                404,
                path(customer, "legal-holds/none/release"),
                String.format(Locale.ROOT, """
                {"reason":"%s"}""", at(customer, "release.rejected")));
    }

    /** What was asked for and granted: everything held about the customer. */
    String disclosure(String customer) {
        return client.get(
                path(customer, "requests/" + Objects.requireNonNull(disclosures.get(customer)) + "/disclosure"));
    }

    private String request(String customer, String kind) {
        return client.post(
                        201,
                        path(customer, "requests"),
                        "{\"kind\":\"" + kind + "\"," + said(customer, "details")
                                + actor("REPRESENTATIVE", said(customer, "name") + said(customer, "authority")))
                .path("requestId")
                .asString();
    }

    private void decide(String customer, String requestId, String outcome) {
        step(customer, requestId, "decision", "\"outcome\":\"" + outcome + "\"," + said(customer, "reason"));
        step(customer, requestId, "completion", "");
    }

    private void step(String customer, String requestId, String step, String members) {
        client.post(
                201,
                path(customer, "requests/" + requestId + "/" + step),
                "{" + members + actor("STAFF", said(customer, "name") + said(customer, "reason")));
    }

    private static String actor(String kind, String members) {
        return "\"actor\":{" + members + "\"kind\":\"" + kind + "\"}}";
    }

    /** A member with words of its own. */
    private String said(String customer, String member) {
        return "\"" + member + "\":\"" + at(customer, "request." + words++ + "." + member) + "\",";
    }

    private String at(String customer, String place) {
        return planted.at(customer + "." + place);
    }

    private static String path(String customer, String what) {
        return "/api/v1/customers/" + customer + "/" + what;
    }
}
