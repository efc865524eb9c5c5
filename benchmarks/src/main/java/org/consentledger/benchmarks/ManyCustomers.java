package org.consentledger.benchmarks;

import java.util.List;

/**
 * Customers of one terms document, five facts each: all accepted its first edition and consented to a newsletter; of every
 * ten, six accepted the third edition, two refused it, one said nothing, and one left.
 */
final class ManyCustomers {
    static final String TERMS = "bench";
    static final String PURPOSE = "newsletter";
    static final int FACTS_EACH = 5;

    private static final int OF = 10;
    private static final int ACCEPT = 6;
    private static final int REFUSE = 8;
    private static final int SAY_NOTHING = 9;

    private ManyCustomers() {}

    static String id(long number) {
        return "customer-" + number;
    }

    /** Rows of an import (JSON lines), oldest first. */
    static String rows(long number) {
        var row = new Rows(id(number));
        row.add("ACCEPTANCE", "\"edition\":1", "2019-08-01");
        row.add("CONSENT", "\"purposeId\":\"newsletter\",\"decision\":\"GIVEN\"", "2019-09-01");
        row.add("CONSENT", "\"purposeId\":\"newsletter\",\"decision\":\"WITHDRAWN\"", "2020-09-01");
        int which = (int) (number % OF);
        if (which < ACCEPT) {
            row.add("ACCEPTANCE", "\"edition\":3", "2021-04-02");
            row.add("CONSENT", "\"purposeId\":\"newsletter\",\"decision\":\"GIVEN\"", "2021-05-02");
        } else if (which < REFUSE) {
            row.add("REFUSAL", "\"edition\":3", "2021-04-02");
            row.add("CONSENT", "\"purposeId\":\"newsletter\",\"decision\":\"GIVEN\"", "2021-05-02");
        } else if (which < SAY_NOTHING) {
            row.add("CONSENT", "\"purposeId\":\"newsletter\",\"decision\":\"GIVEN\"", "2021-05-02");
            row.add("CONSENT", "\"purposeId\":\"newsletter\",\"decision\":\"WITHDRAWN\"", "2021-06-02");
        } else {
            row.add("CONSENT", "\"purposeId\":\"newsletter\",\"decision\":\"GIVEN\"", "2020-10-01");
            row.add("DEPARTURE", "\"channel\":\"PHONE\"", "2020-11-01");
        }
        return row.text.toString();
    }

    private static final class Rows {
        private final StringBuilder text = new StringBuilder();
        private final String customer;
        private int number;

        Rows(String customer) {
            this.customer = customer;
        }

        void add(String kind, String what, String day) {
            text.append("{\"kind\":\"")
                    .append(kind)
                    .append("\",\"customerId\":\"")
                    .append(customer);
            text.append("\",\"termsId\":\"").append(TERMS).append("\",").append(what);
            if (!kind.equals("DEPARTURE")) {
                text.append(",\"channel\":\"WEB\",\"actor\":{\"kind\":\"SELF\"}");
            }
            text.append(",\"expressedAt\":\"").append(day).append("T10:15:00+09:00\"");
            text.append(",\"source\":{\"kind\":\"IMPORT\",\"reference\":\"")
                    .append(customer)
                    .append('/');
            text.append(number++).append("\",\"datePrecision\":\"INSTANT\"}}\n");
        }
    }

    /** Registers the terms and publishes their editions. */
    static void publish(ProductClient product) {
        product.send(
                "POST",
                "terms",
                "application/json",
                "{\"termsId\":\"" + TERMS
                        + "\",\"title\":\"Benchmark\",\"provider\":\"Provider\",\"timeZone\":\"Asia/Tokyo\",\"language\":\"en\"}");
        int number = 0;
        for (var edition : editions()) {
            number++;
            var path = "terms/" + TERMS + "/editions/" + number;
            product.send("PUT", path, "application/json", edition);
            product.send("POST", path + "/publication", "application/json", "{}");
        }
    }

    /** One edition after the other, as {@code PUT} takes them. */
    static List<String> editions() {
        return List.of(
                edition(1, "2019-07-30", "INITIAL"),
                edition(2, "2020-02-21", "NOTICE"),
                edition(3, "2021-04-01", "ACCEPTANCE"));
    }

    private static String edition(int number, String day, String procedure) {
        return "{\"label\":\"" + number + "\",\"revisedOn\":\"" + day + "\",\"effectiveOn\":\"" + day
                + "\",\"text\":\"Edition " + number + "\\nArticle 1\\n\",\"change\":{\"procedure\":\"" + procedure
                + "\"},\"purposes\":[{\"purposeId\":\"service\",\"provision\":\"Article 1\",\"title\":\"Service\","
                + "\"mode\":\"WITH_TERMS\"},{\"purposeId\":\"newsletter\",\"provision\":\"Article 1\","
                + "\"title\":\"Newsletter\",\"mode\":\"VOLUNTARY\"}]}";
    }
}
