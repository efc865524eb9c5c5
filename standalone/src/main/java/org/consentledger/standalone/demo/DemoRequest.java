package org.consentledger.standalone.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.consentledger.events.ContentDigest;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import tools.jackson.databind.node.ObjectNode;

/**
 * One request of the demo data.
 *
 * @param as the client who sends it
 * @param text name of the file that becomes the body's text
 * @param digestOf name of the file whose digest the body states
 */
record DemoRequest(
        String as,
        String method,
        String path,
        @Nullable String idempotencyKey,
        @Nullable String text,
        @Nullable String digestOf,
        ObjectNode body) {

    /** The body with what it takes from files. */
    ObjectNode wholeBody() {
        var whole = body.deepCopy();
        if (text != null) {
            whole.put("text", read(text));
        }
        if (digestOf != null) {
            whole.put("digest", ContentDigest.of(read(digestOf)).value());
        }
        return whole;
    }

    private static String read(String file) {
        try {
            return new ClassPathResource("seeds/" + file).getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
