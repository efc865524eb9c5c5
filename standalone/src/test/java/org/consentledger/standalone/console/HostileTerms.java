package org.consentledger.standalone.console;

import java.util.List;
import java.util.Map;
import org.consentledger.standalone.personal.Client;
import tools.jackson.databind.json.JsonMapper;

/** Terms written by somebody who means harm, in two editions, of which the first leaves an article out; a decision on the purpose {@code news} may be required. */
final class HostileTerms {
    static final String HARM = "</p></option></title></textarea><script>window.harmed=1</script>"
            + "<img src=x onerror=window.harmed=1><a href=\"javascript:window.harmed=1\">x</a>\"'`"
            + "${7*7}[[${7*7}]]__${7*7}__{0}#{home.title}<!--";

    private HostileTerms() {}

    static void publish(Client client, String terms, boolean decisionRequired) {
        client.post(
                201,
                "/api/v1/terms",
                json(Map.of(
                        "termsId",
                        terms,
                        "title",
                        HARM,
                        "provider",
                        HARM,
                        "timeZone",
                        "Asia/Tokyo",
                        "language",
                        "ja",
                        "policies",
                        Map.of("superseded", "REFUSE", "decisionRequired", decisionRequired))));
        edition(client, terms, 1, "INITIAL", "2020-01-01");
        edition(client, terms, 2, "NOTICE", "2021-01-01");
    }

    private static void edition(Client client, String terms, int number, String procedure, String day) {
        var path = "/api/v1/terms/" + terms + "/editions/" + number;
        client.put(
                path,
                json(Map.of(
                        "label",
                        number + " " + HARM,
                        "revisedOn",
                        day,
                        "effectiveOn",
                        day,
                        "text",
                        "題 " + HARM + "\n第一条（" + HARM + "） " + number + HARM
                                + (number == 1 ? "\n(略)" : "\n第二条 " + HARM),
                        "change",
                        Map.of("procedure", procedure, "ground", "GENERAL_BENEFIT", "summary", HARM),
                        "purposes",
                        List.of(purpose("service", "WITH_TERMS"), purpose("news", "VOLUNTARY")))));
        client.post(201, path + "/publication", "{}");
    }

    private static Map<String, Object> purpose(String id, String mode) {
        return Map.of("purposeId", id, "provision", HARM, "title", HARM, "mode", mode, "dataItems", List.of(HARM));
    }

    private static String json(Object body) {
        return JsonMapper.shared().writeValueAsString(body);
    }
}
