package org.consentledger.standalone.hostile;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A request as it goes over the wire (RFC 9112), right or wrong; nothing is put right on the way.
 *
 * @param version as it stands in the first line
 * @param body its bytes, each as the character of ISO 8859-1 with that number
 * @param cut whether the client stops sending behind it
 */
record Message(String method, String target, String version, List<Header> headers, String body, boolean cut) {
    private static final int SHOWN = 400;

    Message {
        headers = List.copyOf(headers);
    }

    record Header(String name, String value) {}

    /** A good one without a body, whose connection is closed behind the answer. */
    static Message of(String method, String target, String authorization) {
        return new Message(method, target, "HTTP/1.1", List.of(), "", false)
                .plus("Host", "127.0.0.1")
                .plus("Connection", "close")
                .plus("Authorization", authorization);
    }

    Message withMethod(String other) {
        return new Message(other, target, version, headers, body, cut);
    }

    Message withTarget(String other) {
        return new Message(method, other, version, headers, body, cut);
    }

    Message withVersion(String other) {
        return new Message(method, target, other, headers, body, cut);
    }

    Message withBody(byte[] other) {
        return new Message(method, target, version, headers, new String(other, StandardCharsets.ISO_8859_1), cut);
    }

    Message cutOff() {
        return new Message(method, target, version, headers, body, true);
    }

    Message plus(String name, String value) {
        var more = new ArrayList<>(headers);
        more.add(new Header(name, value));
        return new Message(method, target, version, more, body, cut);
    }

    Message without(String name) {
        var less = headers.stream()
                .filter(header -> !header.name().equalsIgnoreCase(name))
                .toList();
        return new Message(method, target, version, less, body, cut);
    }

    Message with(String name, String value) {
        return without(name).plus(name, value);
    }

    boolean has(String name) {
        return headers.stream().anyMatch(header -> header.name().equalsIgnoreCase(name));
    }

    /** With the length of its body, unless something else is said of it. */
    byte[] bytes() {
        var told = has("Content-Length") || has("Transfer-Encoding") || body.isEmpty()
                ? this
                : plus("Content-Length", Integer.toString(body.length()));
        var out = new ByteArrayOutputStream();
        out.writeBytes(told.head().getBytes(StandardCharsets.UTF_8));
        out.writeBytes(body.getBytes(StandardCharsets.ISO_8859_1));
        return out.toByteArray();
    }

    private String head() {
        var head = new StringBuilder(method + " " + target + " " + version + "\r\n");
        headers.forEach(header ->
                head.append(header.name()).append(": ").append(header.value()).append("\r\n"));
        return head.append("\r\n").toString();
    }

    /** Without the token, and not all of what is long. */
    @Override
    public String toString() {
        var shown = without("Authorization").head()
                + new String(body.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
        return shown.length() > SHOWN
                ? String.format(Locale.ROOT, "%s… (%d bytes)", shown.substring(0, SHOWN), bytes().length)
                : shown;
    }
}
