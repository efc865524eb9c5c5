package org.consentledger.command.imports;

import java.io.ByteArrayOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** A line of JSON for each row, which is a string in it; base64 where it is very long or no UTF-8. */
final class JsonRejects implements RejectsForm {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final SourceBytes source;
    private final OutputStream out;

    JsonRejects(SourceBytes source, OutputStream out) {
        this.source = source;
        this.out = out;
    }

    @Override
    public void writeHeader(Place header) {}

    @Override
    public void write(Reject reject, Place place) throws IOException {
        String reason = JSON.writeValueAsString(reject);
        print(reason.substring(0, reason.length() - 1));
        String row = place.length() > Lines.LONGEST ? null : text(place);
        if (row == null) {
            print(",\"rowBase64\":\"");
            writeBase64(place);
            print("\"}\n");
        } else {
            print(",\"row\":" + JSON.writeValueAsString(row) + "}\n");
        }
    }

    private @Nullable String text(Place place) throws IOException {
        var bytes = new ByteArrayOutputStream();
        source.copyText(place, bytes);
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes.toByteArray()))
                    .toString();
        } catch (CharacterCodingException _) {
            return null;
        }
    }

    private void writeBase64(Place place) throws IOException {
        var kept = new FilterOutputStream(out) {
            @Override
            public void write(byte[] bytes, int offset, int length) throws IOException {
                out.write(bytes, offset, length);
            }

            @Override
            public void close() {
                // What follows goes into the same file.
            }
        };
        try (var encoded = Base64.getEncoder().wrap(kept)) {
            source.copyText(place, encoded);
        }
    }

    private void print(String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
    }
}
