package org.consentledger.standalone.hostile;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.consentledger.standalone.TestTokens;
import tools.jackson.databind.json.JsonMapper;

/** What is on record about some customers before anybody does harm, so that a path can lead to it. */
record Prepared(List<Map<String, String>> ids) {
    private static final List<String> CUSTOMERS = List.of("demo-2019", "demo-both", "demo-late");

    static Prepared on(java.net.URI product) throws IOException {
        var wire = Wire.to(product);
        var ids = new ArrayList<Map<String, String>>();
        for (var customer : CUSTOMERS) {
            var of = new TreeMap<>(Map.of("customerId", customer));
            of.put("requestId", id(product, wire, customer, "requests", "{\"kind\":\"DISCLOSURE\"}", "requestId"));
            of.put(
                    "holdId",
                    id(product, wire, customer, "legal-holds", "{\"reason\":\"訴訟\",\"matter\":\"事件\"}", "holdId"));
            of.put("recordId", id(product, wire, customer, "consents", """
                    {"termsId":"desknets-cloud","purposeId":"further-consent","decision":"GIVEN","channel":"PHONE","actor":{"kind":"SELF"}}""", "recordId"));
            of.put("eventId", of.get("recordId"));
            ids.add(of);
        }
        return new Prepared(List.copyOf(ids));
    }

    private static String id(java.net.URI product, Wire wire, String customer, String what, String body, String name)
            throws IOException {
        var path = "/api/v1/customers/" + customer + "/" + what;
        var answer = wire.send(Message.of("POST", path, TestTokens.authorization("POST", product.resolve(path)))
                .withBody(body.getBytes(StandardCharsets.UTF_8))
                .plus("Content-Type", "application/json")
                .plus("Idempotency-Key", what));
        if (!answer.isSuccess()) {
            throw new IllegalStateException(answer.text());
        }
        return JsonMapper.shared().readTree(answer.text()).path(name).asString();
    }
}
