package org.consentledger.standalone.hostile;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.consentledger.standalone.hostile.Api.Operation;
import org.consentledger.standalone.hostile.Api.Parameter;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Requests as the description has them, about what the demo data hold, so that what is bad in one is all that is bad. */
final class WellBehaved {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final List<String> CUSTOMERS =
            List.of("demo-2019", "demo-both", "demo-refused", "demo-late", "demo-consent", "demo-left", "nobody-ever");
    private static final List<String> PAST =
            List.of("2020-03-01T00:00:00+09:00", "2021-01-31T23:59:59.999Z", "2024-02-29T12:00:00Z");
    private static final List<String> PURPOSES =
            List.of("service-operation", "further-consent", "legal-disclosure", "leaving");

    private static final Map<String, List<String>> KNOWN = Map.ofEntries(
            Map.entry("customerId", CUSTOMERS),
            Map.entry("prefix", List.of("demo", "n")),
            Map.entry("termsId", List.of("desknets-cloud", "desknets-cloud", "desknets-cloud", "other-terms")),
            Map.entry("purposeId", PURPOSES),
            Map.entry("number", List.of("12", "13", "14")),
            Map.entry("old", List.of("12")),
            Map.entry("new", List.of("13")),
            Map.entry("at", PAST),
            Map.entry("knownAt", List.of("position:12", "position:1")),
            Map.entry("on", List.of("2020-02-21")),
            Map.entry("state", List.of("ACCEPTED", "NOTICE")),
            Map.entry("explain", List.of("true", "false")),
            Map.entry("keys", List.of("false")),
            Map.entry("preview", List.of("true")),
            Map.entry("limit", List.of("1", "50")),
            Map.entry("cursor", List.of("MQ")),
            Map.entry("timeZone", List.of("Asia/Tokyo")),
            Map.entry("language", List.of("ja")),
            Map.entry("currency", List.of("JPY")),
            Map.entry("keptAfterLeaving", List.of("P1Y")),
            Map.entry("ipAddress", List.of("192.0.2.1")),
            Map.entry("url", List.of("https://example.com/terms")),
            Map.entry("provision", List.of("第32条第2項第1号")),
            Map.entry("text", List.of("約款\n第1条（目的）\n1 目的を定める。\n2 ほか。\n")),
            Map.entry("Ledger-Position", List.of("3")),
            Map.entry("Accept-Language", List.of("ja", "en")));

    private final Api api;
    private final String digest;
    private final Random random;
    private final Map<String, String> chosen;

    /**
     * @param chosen names of one customer and of what is on record about him
     * @param digest of the text of edition 13
     */
    WellBehaved(Api api, Map<String, String> chosen, String digest, Random random) {
        this.api = api;
        this.chosen = chosen;
        this.digest = digest;
        this.random = random;
    }

    /** @param authorization value of that header */
    Message message(Operation operation, String authorization) {
        var path = operation.path().replace("**", "0/000");
        var query = new ArrayList<String>();
        var message = Message.of(operation.method(), path, authorization);
        for (var parameter : operation.parameters()) {
            var value = value(parameter);
            switch (parameter.in()) {
                case "path" -> path = path.replace("{" + parameter.name() + "}", value);
                case "query" -> {
                    if (parameter.required() || random.nextInt(3) == 0) {
                        query.add(parameter.name() + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8));
                    }
                }
                default -> {
                    if (parameter.required() && !parameter.name().equals("Content-Type")) {
                        message = message.plus(parameter.name(), value);
                    }
                }
            }
        }
        if (path.endsWith("/standing") || path.endsWith("/dossier") || path.contains("/permissions/")) {
            query.add("termsId=desknets-cloud");
            query.removeIf(part -> part.startsWith("on="));
        }
        if (path.equals("/api/v1/imports")) {
            query.clear();
            query.add("preview=true");
        }
        return message.withTarget(
                query.isEmpty()
                        ? path
                        : path + "?"
                                + String.join("&", query.stream().distinct().toList()));
    }

    private String value(Parameter parameter) {
        return parameter.name().equals("Idempotency-Key")
                ? "key-" + Long.toUnsignedString(random.nextLong(), 36)
                : named(parameter.name());
    }

    private String named(String name) {
        if (chosen.containsKey(name) && random.nextInt(4) > 0) {
            return chosen.get(name);
        }
        if (name.endsWith("Id") && !KNOWN.containsKey(name)) {
            return new UUID(random.nextLong(), random.nextLong()).toString();
        }
        return one(KNOWN.getOrDefault(name, List.of("文言")));
    }

    <T> T one(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    /** A body of that schema. */
    JsonNode body(JsonNode schema) {
        return value("", schema);
    }

    private JsonNode value(String name, JsonNode reference) {
        var schema = api.resolved(reference);
        if (schema.has("enum")) {
            return JSON.stringNode(
                    one(List.copyOf(schema.path("enum").values())).asString());
        }
        return switch (schema.path("type").asString("object")) {
            case "integer", "number" ->
                JSON.numberNode(name.equals("edition") ? 12 + random.nextInt(2) : random.nextInt(5));
            case "boolean" -> JSON.booleanNode(random.nextBoolean());
            case "array" -> JSON.arrayNode().add(value(name, schema.path("items")));
            case "string" -> JSON.stringNode(string(name, schema.path("format").asString("")));
            default -> object(name, schema);
        };
    }

    private JsonNode object(String name, JsonNode schema) {
        var object = JSON.objectNode();
        var required = schema.path("required").values().stream()
                .map(JsonNode::asString)
                .toList();
        for (var member : schema.path("properties").properties()) {
            if (member.getKey().equals("presentation")) {
                continue;
            }
            if (required.contains(member.getKey()) || random.nextInt(3) > 0) {
                object.set(member.getKey(), value(member.getKey(), member.getValue()));
            }
        }
        if (name.equals("decisions")) {
            object.put("further-consent", "GIVEN");
        }
        return object;
    }

    private String string(String name, String format) {
        return switch (format) {
            case "date" -> "2020-02-21";
            case "date-time" -> one(PAST);
            default -> name.equals("digest") ? digest : named(name);
        };
    }
}
