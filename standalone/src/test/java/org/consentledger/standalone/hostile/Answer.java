package org.consentledger.standalone.hostile;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What came back.
 *
 * @param status 0 where the connection was closed without an answer
 * @param headers by their names in lower case
 * @param text the body in UTF-8
 */
record Answer(int status, Map<String, String> headers, String text) {
    static final Answer NONE = new Answer(0, Map.of(), "");
    private static final int LAST_INTERIM = 199;
    private static final int NO_CONTENT = 204;

    /** The final answer to a request of that method (RFC 9112 §6.3). */
    static Answer read(InputStream in, String method) throws IOException {
        while (true) {
            var first = line(in);
            if (first.isEmpty()) {
                return NONE;
            }
            int status = Integer.parseInt(first.split(" ", 3)[1]);
            var headers = new TreeMap<String, String>();
            for (var line = line(in); !line.isEmpty(); line = line(in)) {
                int colon = line.indexOf(':');
                headers.merge(
                        line.substring(0, colon).toLowerCase(Locale.ROOT),
                        line.substring(colon + 1).strip(),
                        (one, other) -> one + ", " + other);
            }
            if (status > LAST_INTERIM) {
                boolean empty = method.equals("HEAD") || status == NO_CONTENT;
                return new Answer(status, headers, empty ? "" : new String(body(in, headers), StandardCharsets.UTF_8));
            }
        }
    }

    private static byte[] body(InputStream in, Map<String, String> headers) throws IOException {
        if (headers.containsKey("content-length")) {
            return in.readNBytes(Integer.parseInt(headers.get("content-length")));
        }
        if (!headers.getOrDefault("transfer-encoding", "").equals("chunked")) {
            return in.readAllBytes();
        }
        var body = new ByteArrayOutputStream();
        for (int size = chunk(in); size > 0; size = chunk(in)) {
            body.writeBytes(in.readNBytes(size));
            line(in);
        }
        return body.toByteArray();
    }

    private static int chunk(InputStream in) throws IOException {
        var size = line(in);
        return size.isEmpty() ? 0 : Integer.parseInt(size, 16);
    }

    private static String line(InputStream in) throws IOException {
        var line = new ByteArrayOutputStream();
        for (int next = in.read(); next >= 0 && next != '\n'; next = in.read()) {
            if (next != '\r') {
                line.write(next);
            }
        }
        return line.toString(StandardCharsets.ISO_8859_1);
    }

    boolean isSuccess() {
        return status >= 200 && status < 300;
    }

    Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name.toLowerCase(Locale.ROOT)));
    }
}
