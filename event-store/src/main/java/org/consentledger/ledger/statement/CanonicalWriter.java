package org.consentledger.ledger.statement;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/**
 * Writes one flat object as RFC 8785 has it, fast enough for the way of every event. The caller gives the members in
 * the order of their names (RFC 8785 §3.2.3) and plain ASCII names.
 */
final class CanonicalWriter {
    private final StringBuilder json = new StringBuilder(512).append('{');

    CanonicalWriter put(String name, String value) {
        name(name).append('"');
        escape(value);
        json.append('"');
        return this;
    }

    CanonicalWriter put(String name, long value) {
        name(name).append(value);
        return this;
    }

    byte[] bytes() {
        return json.append('}').toString().getBytes(StandardCharsets.UTF_8);
    }

    private StringBuilder name(String name) {
        if (json.length() > 1) {
            json.append(',');
        }
        return json.append('"').append(name).append("\":");
    }

    /** How many characters stand before the first that is escaped; nearly always all of them. */
    private static int plainLength(String value) {
        int i = 0;
        while (i < value.length() && value.charAt(i) >= ' ' && value.charAt(i) != '"' && value.charAt(i) != '\\') {
            i++;
        }
        return i;
    }

    /** RFC 8785 §3.2.2.2: escapes where JSON demands them, the short ones where there are any. */
    private void escape(String value) {
        int plain = plainLength(value);
        json.append(value, 0, plain);
        for (int i = plain; i < value.length(); i++) {
            char c = value.charAt(i);
            switch (c) {
                case '"' -> json.append("\\\"");
                case '\\' -> json.append("\\\\");
                case '\b' -> json.append("\\b");
                case '\t' -> json.append("\\t");
                case '\n' -> json.append("\\n");
                case '\f' -> json.append("\\f");
                case '\r' -> json.append("\\r");
                default -> {
                    if (c < ' ') {
                        json.append("\\u").append(HexFormat.of().toHexDigits(c));
                    } else {
                        json.append(c);
                    }
                }
            }
        }
    }
}
