package org.consentledger.standalone.agreements;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import org.consentledger.standalone.agreements.Client.Answer;

/** A customer who does anything that the API offers, at any time; the same for each seed. */
final class RandomCustomer {
    static final Instant BEGIN = Instant.parse("2019-01-01T00:00:00Z");
    private static final int DAYS = 365 * 7;

    private final String id;
    private final Client client;
    private final SplittableRandom random;
    private final List<String> records = new ArrayList<>();
    private int requests;

    RandomCustomer(String id, Client client, long seed) {
        this.id = id;
        this.client = client;
        this.random = new SplittableRandom(seed);
    }

    /**
     * Does one thing.
     *
     * @param editions how many are published
     */
    Answer act(int editions) {
        var answer = switch (random.nextInt(14)) {
            case 0, 1, 2, 3 -> post("acceptances", accepts(editions));
            case 4 -> post("refusals", refuses(editions));
            case 5, 6, 7, 8 -> post("consents", decides());
            case 9, 10 -> post("departure", leaves());
            case 11 -> post("annulments", annuls());
            case 12 -> post("acceptances", acceptsNow(editions));
            default -> post("acceptances", acceptsWhatIsShown());
        };
        if (answer.status() == 201) {
            records.add(answer.text("recordId"));
        }
        return answer;
    }

    private Answer post(String what, String body) {
        return client.post("/api/v1/customers/" + id + "/" + what, body, id + "-" + requests++);
    }

    private String accepts(int editions) {
        return members(shown(editions), past(), source(), decisions(), channelAndActor());
    }

    private String acceptsNow(int editions) {
        return members(shown(editions), decisions(), channelAndActor());
    }

    private String acceptsWhatIsShown() {
        var shown = client.post("/api/v1/terms/" + terms() + "/presentations", "{}", "-");
        return members("\"presentation\":\"" + shown.text("token") + "\"", decisions(), channelAndActor());
    }

    private String refuses(int editions) {
        return members(shown(editions), past(), source(), channelAndActor());
    }

    private String decides() {
        return members(
                "\"termsId\":\"" + terms() + "\"",
                "\"purposeId\":\"" + oneOf("news", "news", "ads", "service") + "\"",
                "\"decision\":\"" + oneOf("GIVEN", "GIVEN", "REFUSED", "WITHDRAWN") + "\"",
                when(),
                channelAndActor());
    }

    private String leaves() {
        return members(
                random.nextBoolean() ? "\"termsId\":\"" + terms() + "\"" : "",
                random.nextBoolean() ? past() : "",
                "\"channel\":\"PHONE\"");
    }

    private String annuls() {
        var record = records.isEmpty() ? "nothing" : records.get(random.nextInt(records.size()));
        return members("\"recordId\":\"" + record + "\"", "\"reason\":\"誤入力\"");
    }

    private String shown(int editions) {
        var terms = terms();
        int edition = 1 + random.nextInt(editions);
        return String.format(
                Locale.ROOT,
                "\"termsId\":\"%s\",\"edition\":%d,\"digest\":\"%s\"",
                terms,
                edition,
                PublishedTerms.digest(terms, edition));
    }

    /** Often just at an instant at which an edition takes effect, or just before. */
    static Instant instant(SplittableRandom random) {
        var day = BEGIN.plus(Duration.ofDays(random.nextInt(DAYS)));
        return switch (random.nextInt(4)) {
            case 0 ->
                Instant.parse(List.of("2020-02-20", "2021-05-31", "2022-12-31", "2025-09-30")
                                .get(random.nextInt(4))
                        + "T15:00:00Z");
            case 1 -> day.plus(Duration.ofHours(15)).minusNanos(1000);
            default -> day.plusSeconds(random.nextInt(86_400));
        };
    }

    /** Just now, stated for the past, or taken over from a record of the past. */
    private String when() {
        return switch (random.nextInt(4)) {
            case 0, 1 -> "";
            case 2 -> past();
            default -> past() + "," + source();
        };
    }

    private String past() {
        return "\"expressedAt\":\"" + instant(random) + "\"";
    }

    private String source() {
        return String.format(
                Locale.ROOT,
                "\"source\":{\"kind\":\"%s\",\"reference\":\"%s\",\"datePrecision\":\"%s\"}",
                oneOf("IMPORT", "PAPER"),
                id + "-" + requests,
                oneOf("INSTANT", "INSTANT", "DAY", "MONTH", "UNKNOWN"));
    }

    private String decisions() {
        return switch (random.nextInt(3)) {
            case 0 -> "";
            case 1 -> "\"decisions\":{\"news\":\"" + oneOf("GIVEN", "REFUSED") + "\"}";
            default -> "\"decisions\":{\"news\":\"GIVEN\",\"ads\":\"" + oneOf("GIVEN", "REFUSED") + "\"}";
        };
    }

    private String channelAndActor() {
        return "\"channel\":\"WEB\",\"actor\":"
                + switch (random.nextInt(6)) {
                    case 0 -> "{\"kind\":\"STAFF\",\"reason\":\"電話\"}";
                    case 1 -> "{\"kind\":\"REPRESENTATIVE\",\"authority\":\"取締役\"}";
                    default -> "{\"kind\":\"SELF\"}";
                };
    }

    private String terms() {
        return PublishedTerms.TERMS.get(random.nextInt(2));
    }

    private String oneOf(String... choices) {
        return choices[random.nextInt(choices.length)];
    }

    private static String members(String... members) {
        return "{"
                + String.join(
                        ",",
                        List.of(members).stream()
                                .filter(member -> !member.isEmpty())
                                .toList()) + "}";
    }
}
