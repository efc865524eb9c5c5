package org.consentledger.command;

import java.util.Locale;
import org.consentledger.events.ContentDigest;
import tools.jackson.databind.json.JsonMapper;

/** Requests for small terms with two published editions and one draft. */
final class Desknets {
    static final String TERMS = "desknets-cloud";
    static final String EDITIONS = "/api/v1/terms/" + TERMS + "/editions/";

    private Desknets() {}

    /** Registers the terms, publishes editions 12 and 13, and drafts edition 14. */
    static void publish(RunningCommandSide product) {
        expect(201, product.post("/api/v1/terms", registration(TERMS)));
        expect(200, product.put(EDITIONS + 12, draft("十二", "2019-07-30", "INITIAL")));
        expect(201, product.post(EDITIONS + "12/publication", "{}"));
        expect(200, product.put(EDITIONS + 13, draft("十三", "2020-02-21", "ACCEPTANCE")));
        expect(201, product.post(EDITIONS + "13/publication", "{}"));
        expect(200, product.put(EDITIONS + 14, draft("十四", "2099-01-01", "NOTICE")));
    }

    static String registration(String termsId) {
        return String.format(Locale.ROOT, """
                {"termsId":"%s","title":"利用約款","provider":"ネオジャパン","timeZone":"Asia/Tokyo","language":"ja"}
                """, termsId);
    }

    static String draft(String text, String effectiveOn, String procedure) {
        return String.format(
                Locale.ROOT,
                """
                {"label":"版","revisedOn":"%2$s","effectiveOn":"%2$s","text":%1$s,
                 "change":{"procedure":"%3$s"},
                 "purposes":[{"purposeId":"service","provision":"%4$s","title":"提供","mode":"WITH_TERMS"},
                             {"purposeId":"newsletter","provision":"%4$s","title":"案内","mode":"VOLUNTARY"}]}
                """,
                JsonMapper.shared().writeValueAsString(text),
                effectiveOn,
                procedure,
                text.length() > 10 ? "第1条" : text);
    }

    static String acceptance(int edition, String text) {
        return acceptance(edition, text, "");
    }

    /** With more members, each with a comma before it. */
    static String acceptance(int edition, String text, String more) {
        return String.format(Locale.ROOT, """
                {"termsId":"%s","edition":%d,"digest":"%s","channel":"WEB","actor":{"kind":"SELF"}%s}
                """, TERMS, edition, ContentDigest.of(text), more);
    }

    private static void expect(int status, RunningCommandSide.Answer answer) {
        if (answer.status() != status) {
            throw new AssertionError(answer.status() + " " + answer.response().body());
        }
    }
}
