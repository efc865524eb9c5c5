package org.consentledger.standalone.hostile;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What the product's own description of its API (OpenAPI) says that one can ask. */
record Api(List<Operation> operations, JsonNode schemas) {
    /** What takes bodies that are no JSON, of which the description names the path alone. */
    private static final Map<String, List<String>> DOCUMENTS = Map.of(
            "/api/v1/terms/texts", List.of("text/plain", "text/markdown", Documents.DOCX),
            "/api/v1/terms/{termsId}/editions/{number}/tables",
                    List.of("text/html", "text/plain", "text/tab-separated-values", Documents.DOCX),
            "/api/v1/imports", List.of("text/csv", "application/x-ndjson"));

    /**
     * @param body schema of its JSON body; {@code null} where it takes none
     * @param documents media types of the other bodies that it takes
     */
    record Operation(
            String method,
            String path,
            List<Parameter> parameters,
            @Nullable JsonNode body,
            List<String> documents) {
        boolean writes() {
            return !method.equals("GET");
        }
    }

    /** @param in where it stands: {@code path}, {@code query}, {@code header} */
    record Parameter(String in, String name, JsonNode schema, boolean required) {}

    static Api of(JsonNode description) {
        var operations = new ArrayList<Operation>();
        for (var path : description.path("paths").properties()) {
            for (var operation : path.getValue().properties()) {
                operations.add(operation(path.getKey(), operation.getKey(), operation.getValue()));
            }
        }
        return new Api(List.copyOf(operations), description.at("/components/schemas"));
    }

    private static Operation operation(String path, String method, JsonNode described) {
        var parameters = new ArrayList<Parameter>();
        for (var parameter : described.path("parameters")) {
            parameters.add(new Parameter(
                    parameter.path("in").asString(),
                    parameter.path("name").asString(),
                    parameter.path("schema"),
                    parameter.path("required").asBoolean()));
        }
        var body = described.at("/requestBody/content/application~1json/schema");
        return new Operation(
                method.toUpperCase(Locale.ROOT),
                path,
                List.copyOf(parameters),
                body.isMissingNode() ? null : body,
                DOCUMENTS.getOrDefault(method.equals("post") ? path : "", List.of()));
    }

    /** What a reference stands for. */
    JsonNode resolved(JsonNode schema) {
        var reference = schema.path("$ref").asString("");
        return reference.isEmpty() ? schema : schemas.path(reference.substring(reference.lastIndexOf('/') + 1));
    }
}
