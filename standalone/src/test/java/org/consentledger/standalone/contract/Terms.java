package org.consentledger.standalone.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import java.util.UUID;
import org.consentledger.events.ContentDigest;
import org.consentledger.standalone.agreements.Client;
import org.consentledger.standalone.agreements.Client.Answer;
import org.jspecify.annotations.Nullable;

/**
 * A terms document that nobody has used before. Its odd editions need acceptance, its even ones bind by notice; each states a
 * purpose that comes with the terms, one that is voluntary, one that the law requires, and, from the second edition on, a
 * survey, which is voluntary.
 */
final class Terms {
    private static final String SURVEY =
            ",{\"purposeId\":\"survey\",\"provision\":\"第2条\",\"title\":\"調査\",\"mode\":\"VOLUNTARY\"}";

    private final Client client;
    private final String id = "c" + UUID.randomUUID().toString().substring(0, 13);
    private @Nullable Answer publication;

    private Terms(Client client) {
        this.client = client;
    }

    /** Registered, without an edition. */
    static Terms registered(Client client) {
        return registered(client, "");
    }

    /** The same, with policies as {@link #register} takes them. */
    static Terms registered(Client client, String policies) {
        var terms = new Terms(client);
        expect(201, terms.register(policies));
        return terms;
    }

    /** With that many editions, the first of 2019-04-01, each other a year after the one before it. */
    static Terms published(Client client, int editions) {
        var terms = registered(client);
        for (int edition = 1; edition <= editions; edition++) {
            expect(200, terms.draft(edition));
            terms.publication = terms.publish(edition);
            expect(201, terms.publication);
        }
        return terms;
    }

    /** Registers it with those policies, {@code ,"policies":{…}} or nothing. */
    Answer register(String policies) {
        return client.post("/api/v1/terms", """
                {"termsId":"%s","title":"約款","provider":"提供者","timeZone":"Asia/Tokyo","language":"ja"%s}""".replaceFirst("%s", id).replaceFirst("%s", policies), "-");
    }

    Answer draft(int edition) {
        return draft(edition, text(edition));
    }

    Answer draft(int edition, String text) {
        return client.put(edition(edition), """
                {"label":"第%n版","revisedOn":"%y-04-01","effectiveOn":"%y-04-01","text":"%t",
                 "change":{"procedure":"%p","ground":"GENERAL_BENEFIT"},"purposes":[
                 {"purposeId":"service","provision":"第1条","title":"提供","mode":"WITH_TERMS"},
                 {"purposeId":"news","provision":"第2条","title":"案内","mode":"VOLUNTARY"},
                 {"purposeId":"law","provision":"第2条","title":"法令","mode":"REQUIRED_BY_LAW"}%m]}""".replace("%n", Integer.toString(edition))
                .replace("%y", Integer.toString(2018 + edition))
                .replace("%p", edition == 1 ? "INITIAL" : edition % 2 == 0 ? "NOTICE" : "ACCEPTANCE")
                .replace("%m", edition == 1 ? "" : SURVEY)
                .replace("%t", text.replace("\n", "\\n")));
    }

    Answer publish(int edition) {
        return client.post(edition(edition) + "/publication", "{}", "-");
    }

    /** A question of which the answer knows of the last edition. */
    Answer ask(String path) {
        return client.getAfter(path, Objects.requireNonNull(publication));
    }

    String id() {
        return id;
    }

    String path() {
        return "/api/v1/terms/" + id;
    }

    String edition(int number) {
        return path() + "/editions/" + number;
    }

    String text(int edition) {
        return "約款 " + id + "\n第1条（目的）\nこの約款の第" + edition + "版の目的。\n第2条（案内）\n案内をすることがあります。\n";
    }

    String digest(int edition) {
        return ContentDigest.of(text(edition)).value();
    }

    static void expect(int status, Answer answer) {
        assertThat(answer.status()).as(answer.response().body()).isEqualTo(status);
    }

    /** Declined with that code, in the form that all problems have. */
    static void expect(int status, String code, Answer answer) {
        expect(status, answer);
        assertThat(answer.text("code")).as(answer.response().body()).isEqualTo(code);
        assertThat(answer.response().headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("application/problem+json"));
    }
}
