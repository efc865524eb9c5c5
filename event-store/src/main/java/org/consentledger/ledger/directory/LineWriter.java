package org.consentledger.ledger.directory;

import java.io.ByteArrayOutputStream;
import java.util.function.Consumer;
import tools.jackson.core.JsonEncoding;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.JsonRecyclerPools;

/** Writes one JSON object as one line, with its line end. */
final class LineWriter {
    private static final JsonFactory JSON = JsonFactory.builder()
            .recyclerPool(JsonRecyclerPools.threadLocalPool())
            .build();

    private LineWriter() {}

    static byte[] line(Consumer<JsonGenerator> members) {
        var bytes = new ByteArrayOutputStream(1024);
        try (var generator = JSON.createGenerator(ObjectWriteContext.empty(), bytes, JsonEncoding.UTF8)) {
            generator.writeStartObject();
            members.accept(generator);
            generator.writeEndObject();
        }
        bytes.write('\n');
        return bytes.toByteArray();
    }
}
