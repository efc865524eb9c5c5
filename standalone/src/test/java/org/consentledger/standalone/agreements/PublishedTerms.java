package org.consentledger.standalone.agreements;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.consentledger.events.ContentDigest;

/**
 * Two terms documents, whose editions differ in how they bind and in what they change. Editions 1 to 4 can be published at
 * once, 5 and 6 later, so that customers act before and after a publication.
 */
final class PublishedTerms {
    static final List<String> TERMS = List.of("alpha", "beta");
    static final int FIRST_EDITIONS = 4;
    static final int ALL_EDITIONS = 6;

    private static final List<String> EFFECTIVE_ON =
            List.of("2019-04-01", "2020-02-21", "2021-06-01", "2023-01-01", "2025-10-01", "2090-01-01");
    private static final List<String> PROCEDURES =
            List.of("INITIAL", "NOTICE", "NOTICE", "ACCEPTANCE", "NOTICE", "ACCEPTANCE");
    private static final List<String> GROUNDS =
            List.of("GENERAL_BENEFIT", "REASONABLE", "REASONABLE", "REASONABLE", "GENERAL_BENEFIT", "REASONABLE");

    private final Client client;

    PublishedTerms(Client client) {
        this.client = client;
    }

    void register() {
        expect(201, client.post("/api/v1/terms", registration("alpha", "REFUSE", false, 0), "-"));
        expect(201, client.post("/api/v1/terms", registration("beta", "RECORD", true, 30), "-"));
    }

    void publish(String terms, int edition) {
        var path = "/api/v1/terms/" + terms + "/editions/" + edition;
        expect(200, client.put(path, draft(terms, edition)));
        if (edition == 3 && terms.equals("alpha")) {
            expect(201, client.post(path + "/notices", """
                    {"channel":"WEB","postedAt":"2021-05-01T00:00:00+09:00"}""", "-"));
        }
        expect(201, client.post(path + "/publication", "{}", "-"));
    }

    static String digest(String terms, int edition) {
        return ContentDigest.of(text(terms, edition)).value();
    }

    private static String text(String terms, int edition) {
        return "第" + edition + "版 " + terms;
    }

    private static String registration(String terms, String superseded, boolean decisionRequired, int graceDays) {
        return String.format(Locale.ROOT, """
                {"termsId":"%s","title":"約款","provider":"提供者","timeZone":"Asia/Tokyo","language":"ja",
                 "policies":{"superseded":"%s","decisionRequired":%s,"graceDays":%d}}""", terms, superseded, decisionRequired, graceDays);
    }

    private static String draft(String terms, int edition) {
        return String.format(
                Locale.ROOT,
                """
                {"label":"第%d版","revisedOn":"%2$s","effectiveOn":"%2$s","text":"%3$s",
                 "change":{"procedure":"%4$s","ground":"%5$s"},"purposes":[%6$s]}""",
                edition,
                EFFECTIVE_ON.get(edition - 1),
                text(terms, edition),
                PROCEDURES.get(edition - 1),
                GROUNDS.get(edition - 1),
                String.join(",", purposes(edition)));
    }

    /** The voluntary ones come, change and go. */
    private static List<String> purposes(int edition) {
        var purposes = new ArrayList<String>();
        purposes.add(purpose("service", "WITH_TERMS", edition == 3, ""));
        purposes.add(purpose("leaving", "WITH_TERMS", false, ",\"keptAfterLeaving\":\"P6M\""));
        purposes.add(purpose("law", "REQUIRED_BY_LAW", false, ""));
        purposes.add(purpose("news", "VOLUNTARY", edition == 2 || edition == 5, ""));
        if (edition >= 3 && edition != 5) {
            purposes.add(purpose("ads", "VOLUNTARY", edition == 4, ""));
        }
        return purposes;
    }

    private static String purpose(String id, String mode, boolean materialChange, String more) {
        return String.format(
                Locale.ROOT,
                "{\"purposeId\":\"%s\",\"provision\":\"第1条\",\"title\":\"%1$s\",\"mode\":\"%s\",\"materialChange\":%s%s}",
                id,
                mode,
                materialChange,
                more);
    }

    private static void expect(int status, Client.Answer answer) {
        assertThat(answer.status()).as(answer.response().body()).isEqualTo(status);
    }
}
