package org.consentledger.standalone.personal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Records of the past that come in as files over HTTP, with rows that are rejected among them. */
final class Importing {
    private static final String PATH = "/api/v1/imports";
    private static final String JSON_LINES = "application/x-ndjson";

    private final Client client;
    private final Planted planted;
    private final List<String> reports = new ArrayList<>();
    private final List<String> imports = new ArrayList<>();

    Importing(Client client, Planted planted) {
        this.client = client;
        this.planted = planted;
    }

    /** Previews and imports a file with a row that is recorded and three that are not, and waits for the end. */
    void run(String customer) {
        reports.add(client.post(200, PATH + "?preview=true", JSON_LINES, rows(customer))
                .toString());
        var id = client.post(202, PATH, JSON_LINES, rows(customer))
                .path("importId")
                .asString();
        imports.add(id);
        var progress = client.json(PATH + "/" + id);
        while (!progress.path("state").asString().equals("DONE")) {
            assertThat(progress.path("state").asString())
                    .as(progress.toString())
                    .isNotEqualTo("STOPPED");
            progress = client.json(PATH + "/" + id);
        }
        assertThat(progress.at("/rows/recorded").asLong())
                .as(progress.toString())
                .isEqualTo(1);
        assertThat(progress.at("/rows/rejected").asLong()).isEqualTo(3);
        reports.add(progress.toString());
    }

    /** What was said about the rows. */
    String reports() {
        return String.join("\n", reports);
    }

    /** The rows that were rejected, as whoever sent them gets them back. */
    String rejects() {
        return String.join(
                "\n",
                imports.stream()
                        .map(id -> client.get(PATH + "/" + id + "/rejects"))
                        .toList());
    }

    /** As one does who has dealt with the rejects. */
    void delete() {
        imports.forEach(id -> client.delete(PATH + "/" + id));
    }

    private String rows(String customer) {
        return row(customer, "imported", "\"edition\":1")
                + row(customer, "edition.rejected", "\"edition\":2")
                + row(customer, "malformed.rejected", "\"unknown\":\"" + at(customer, "member.rejected") + "\"")
                + "{\"kind\":" + at(customer, "no-json.rejected") + "\n";
    }

    private String row(String customer, String which, String member) {
        return String.format(
                Locale.ROOT,
                """
                {"kind":"ACCEPTANCE","customerId":"%s","termsId":"t",%s,"expressedAt":"2019-08-01","channel":"LETTER",\
                "actor":{"kind":"REPRESENTATIVE","name":"%s","authority":"%s"},\
                "evidence":{"ipAddress":"%s","userAgent":"%s","note":"%s"},\
                "source":{"kind":"PAPER","reference":"%s-%s","datePrecision":"DAY"}}
                """,
                customer,
                member,
                at(customer, "name." + which),
                at(customer, "authority." + which),
                at(customer, "ipAddress." + which),
                at(customer, "userAgent." + which),
                at(customer, "note." + which),
                customer,
                which);
    }

    private String at(String customer, String place) {
        return planted.at(customer + ".import." + place);
    }
}
