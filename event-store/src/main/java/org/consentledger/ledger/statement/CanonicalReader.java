package org.consentledger.ledger.statement;

import java.util.function.Function;

/**
 * Reads one flat object by asking for its members in their order, so that none is unknown, missing or there twice.
 *
 * <p>It takes some texts that {@link CanonicalWriter} does not write. Whoever reads writes what he read, and compares: so
 * escapes need no rules of their own here, and every event of a ledger is read in a fraction of the time of a parser.
 */
final class CanonicalReader {
    private static final int HEX = 16;
    private static final int UNICODE = 4;

    private final String json;
    private int at;

    private CanonicalReader(String json) {
        this.json = json;
    }

    /** @throws StatementRejected for bytes that {@code read} does not read to their end */
    static <T> T read(byte[] json, Function<CanonicalReader, T> read) {
        var reader = new CanonicalReader(CanonicalJson.decode(json));
        T value = read.apply(reader);
        reader.expect("}");
        if (reader.at != reader.json.length()) {
            throw new StatementRejected("something follows the object");
        }
        return value;
    }

    String string(String name) {
        name(name);
        expect("\"");
        int from = at;
        int end = json.indexOf('"', from);
        if (end < 0) {
            throw new StatementRejected(name + " does not end");
        }
        if (json.indexOf('\\', from, end) >= 0) {
            return escaped();
        }
        at = end + 1;
        return json.substring(from, end);
    }

    <T> T string(String name, Function<String, T> as) {
        String text = string(name);
        try {
            return as.apply(text);
        } catch (IllegalArgumentException e) {
            throw new StatementRejected(name + " is malformed", e);
        }
    }

    long integer(String name) {
        name(name);
        int from = at;
        while (at < json.length() && "-0123456789".indexOf(json.charAt(at)) >= 0) {
            at++;
        }
        try {
            return Long.parseLong(json, from, at, 10);
        } catch (NumberFormatException e) {
            throw new StatementRejected(name + " is no integer", e);
        }
    }

    void integer(String name, long only) {
        if (integer(name) != only) {
            throw new StatementRejected(name + " is not " + only);
        }
    }

    private void name(String name) {
        expect(at == 0 ? "{" : ",");
        expect("\"");
        if (!json.startsWith(name, at)) {
            throw new StatementRejected(name + " is missing, or something unknown stands before it");
        }
        at += name.length();
        expect("\":");
    }

    private void expect(String text) {
        if (!json.startsWith(text, at)) {
            throw new StatementRejected("a member is missing, too many or of the wrong kind");
        }
        at += text.length();
    }

    /** The text up to its closing quotation mark. */
    private String escaped() {
        var text = new StringBuilder();
        char c = next();
        while (c != '"') {
            text.append(c == '\\' ? unescaped(next()) : c);
            c = next();
        }
        return text.toString();
    }

    private char unescaped(char escape) {
        return switch (escape) {
            case '"', '\\' -> escape;
            case 'b' -> '\b';
            case 't' -> '\t';
            case 'n' -> '\n';
            case 'f' -> '\f';
            case 'r' -> '\r';
            case 'u' -> unicode();
            default -> throw new StatementRejected("nothing is escaped as \\" + escape);
        };
    }

    private char unicode() {
        int from = at;
        for (int i = 0; i < UNICODE; i++) {
            if (Character.digit(next(), HEX) < 0) {
                throw new StatementRejected("\\u stands before four hex digits");
            }
        }
        return (char) Integer.parseInt(json, from, at, HEX);
    }

    private char next() {
        if (at == json.length()) {
            throw new StatementRejected("the text ends early");
        }
        return json.charAt(at++);
    }
}
