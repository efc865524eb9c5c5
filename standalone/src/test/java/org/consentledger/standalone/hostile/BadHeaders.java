package org.consentledger.standalone.hostile;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.consentledger.standalone.hostile.Message.Header;

/** Spoils headers, methods and the framing of a message. */
final class BadHeaders {
    private static final List<Header> ADDED = List.of(
            new Header("Ledger-Position", "-1"),
            new Header("Ledger-Position", "99999999999999999999"),
            new Header("Ledger-Position", "1.0"),
            new Header("Ledger-Position", ""),
            new Header("Ledger-Position", "event:1"),
            new Header("Ledger-Position", "１"),
            new Header("Accept-Language", "*"),
            new Header("Accept-Language", "xx-YY-zz;q=9"),
            new Header("Accept-Language", "ja;q=,en;;q=1"),
            new Header("Accept-Language", "en-" + "a".repeat(2000)),
            new Header("Accept-Language", "x,".repeat(1500)),
            new Header("Accept-Language", "\u0001"),
            new Header("Accept-Language", "i-klingon, und, root, "),
            new Header("Accept", "nonsense"),
            new Header("Accept", "*/json"),
            new Header("Accept", "text/csv;q=2"),
            new Header("Accept", "application/xml"),
            new Header("Accept", "text/html, image/png;q=0.1"),
            new Header("Accept", "a/b,".repeat(500)),
            new Header("Accept-Charset", "utf-16"),
            new Header("Accept-Encoding", "x;q=9, gzip"),
            new Header("Idempotency-Key", "second"),
            new Header("If-None-Match", "*"),
            new Header("If-None-Match", "\""),
            new Header("If-Match", "\"x\""),
            new Header("If-Modified-Since", "yesterday"),
            new Header("If-Unmodified-Since", "Thu, 01 Jan 1970 00:00:00 GMT"),
            new Header("Range", "bytes=0-0,1-1,2-2,-1"),
            new Header("Range", "bytes=9223372036854775807-"),
            new Header("Cookie", "JSESSIONID=x; a=\"; b"),
            new Header("Origin", "https://elsewhere.example"),
            new Header("Origin", "null"),
            new Header("X-Forwarded-For", "127.0.0.1, x"),
            new Header("X-Forwarded-Host", "elsewhere.example"),
            new Header("X-Forwarded-Proto", "javascript"),
            new Header("X-Forwarded-Prefix", "/../.."),
            new Header("Forwarded", "for=\"[::1\";proto=x"),
            new Header("X-Original-URL", "/actuator/health"),
            new Header("X-Rewrite-URL", "/actuator/health"),
            new Header("X-HTTP-Method-Override", "DELETE"),
            new Header("Upgrade", "h2c"),
            new Header("Upgrade", "websocket"),
            new Header("Expect", "200-ok"),
            new Header("Expect", "100-continue"),
            new Header("TE", "trailers, x"),
            new Header("Access-Reason", "\u00e9\u3042"),
            new Header("X", "a".repeat(7000)),
            new Header("X", "a".repeat(70_000)),
            new Header("X y", "1"),
            new Header("X\u0000", "1"),
            new Header("", "1"),
            new Header("X", "a\r\n b"),
            new Header("X", "a\u0000b"),
            new Header("X", "a\nY: b"),
            new Header("Host", "elsewhere.example"),
            new Header("Content-Encoding", "gzip"),
            new Header("Content-Encoding", "br, x"),
            new Header("Content-MD5", "x"),
            new Header("Content-Range", "bytes 0-1/2"));

    private static final List<String> KEYS = List.of(
            "",
            " ",
            "\u3042",
            "a\tb",
            "a".repeat(255),
            "a".repeat(256),
            "a".repeat(5000),
            "'; --",
            "a,b",
            "\u007f",
            "null",
            "\"x\"");

    private static final List<String> METHODS = List.of(
            "HEAD",
            "OPTIONS",
            "TRACE",
            "PUT",
            "PATCH",
            "DELETE",
            "CONNECT",
            "PROPFIND",
            "MKCOL",
            "QUERY",
            "get",
            "G ET",
            "GET\u0000",
            "X".repeat(300),
            "\u3042",
            "POST",
            "GET",
            "");

    private static final List<String> VERSIONS =
            List.of("HTTP/1.0", "HTTP/0.9", "HTTP/2.0", "HTTP/3", "HTTP/1.1 x", "HTTPS/1.1", "");

    private static final List<String> LENGTHS =
            List.of("-1", "x", "0x10", "+5", "5, 5", "5, 6", "99999999999999999999", "", "1e3");

    private final Random random;

    BadHeaders(Random random) {
        this.random = random;
    }

    Message spoil(Message message) {
        return switch (random.nextInt(10)) {
            case 0, 1, 2 -> added(message);
            case 3 -> method(message);
            case 4 -> message.has("Idempotency-Key") ? message.with("Idempotency-Key", one(KEYS)) : added(message);
            case 5 -> message.has("Idempotency-Key") ? message.without("Idempotency-Key") : added(message);
            case 6 -> message.with("Content-Type", one(BadBodies.MEDIA_TYPES));
            case 7, 8 -> framing(message);
            default -> beginning(message);
        };
    }

    private Message added(Message message) {
        var header = one(ADDED);
        return random.nextBoolean()
                ? message.with(header.name(), header.value())
                : message.plus(header.name(), header.value());
    }

    private Message method(Message message) {
        return message.withMethod(one(METHODS));
    }

    /** Lengths and codings that contradict each other or the body (RFC 9112 §6.3, §11.2). */
    private Message framing(Message message) {
        int length = message.body().length();
        return switch (random.nextInt(10)) {
            case 0 ->
                message.plus("Content-Length", Integer.toString(length + 1 + random.nextInt(100)))
                        .cutOff();
            case 1 -> message.plus("Content-Length", Integer.toString(length / 2));
            case 2 -> message.plus("Content-Length", one(LENGTHS)).cutOff();
            case 3 -> message.plus("Content-Length", Integer.toString(length)).plus("Content-Length", "1");
            case 4 ->
                message.plus(
                                "Transfer-Encoding",
                                one(List.of("gzip", "identity", "x", "chunked, x", "chunked chunked", "")))
                        .cutOff();
            case 5 -> message.plus("Transfer-Encoding", "chunked").cutOff();
            case 6 ->
                message.plus("Transfer-Encoding", "chunked")
                        .plus("Content-Length", "4")
                        .withBody(chunked(message.body(), "\r\n"));
            case 7 -> message.plus("Transfer-Encoding", "chunked").withBody(chunked(message.body(), "\r\n"));
            case 8 ->
                message.plus("Transfer-Encoding", "chunked")
                        .withBody(chunked(message.body(), one(List.of("\n", ";x=y\r\n", "x\r\n", " \r\n"))))
                        .cutOff();
            default ->
                message.plus("Transfer-Encoding", "chunked")
                        .withBody("ffffffffffffffff\r\nx".getBytes(StandardCharsets.UTF_8))
                        .cutOff();
        };
    }

    private static byte[] chunked(String body, String end) {
        return (Integer.toHexString(body.length()) + end + body + "\r\n0\r\nX-Trailer: 1\r\n\r\n")
                .getBytes(StandardCharsets.ISO_8859_1);
    }

    private Message beginning(Message message) {
        return switch (random.nextInt(4)) {
            case 0 -> message.withVersion(one(VERSIONS)).cutOff();
            case 1 -> message.without("Host");
            case 2 -> many(message);
            default ->
                message.with(
                        "Authorization",
                        one(List.of(
                                "",
                                "Bearer",
                                "Bearer ",
                                "Bearer x",
                                "Bearer a.b.c",
                                "Bearer eyJhbGciOiJub25lIn0.e30.",
                                "Basic eDp4",
                                "bearer x y",
                                "Bearer " + "a".repeat(7000),
                                "Bearer \u3042",
                                "Digest username=\"x\"",
                                "DPoP x")));
        };
    }

    private static Message many(Message message) {
        var many = message;
        for (int i = 0; i < 150; i++) {
            many = many.plus("X-" + i, "1");
        }
        return many;
    }

    private <T> T one(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
