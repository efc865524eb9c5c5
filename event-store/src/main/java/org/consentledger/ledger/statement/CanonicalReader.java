package org.consentledger.ledger.statement;

import java.util.function.Function;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** Reads one flat object by asking for its members in their order, so that none is unknown, missing or there twice. */
final class CanonicalReader {
    private final JsonParser parser;

    private CanonicalReader(JsonParser parser) {
        this.parser = parser;
    }

    /** @throws StatementRejected for bytes that {@code read} does not read to their end */
    static <T> T read(byte[] json, Function<CanonicalReader, T> read) {
        try (var parser = CanonicalJson.parser(CanonicalJson.decode(json))) {
            var reader = new CanonicalReader(parser);
            reader.expect(JsonToken.START_OBJECT);
            T value = read.apply(reader);
            reader.expect(JsonToken.END_OBJECT);
            if (parser.nextToken() != null) {
                throw new StatementRejected("something follows the object");
            }
            return value;
        } catch (JacksonException e) {
            throw new StatementRejected("not JSON", e);
        }
    }

    String string(String name) {
        expectName(name);
        expect(JsonToken.VALUE_STRING);
        return parser.getString();
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
        expectName(name);
        expect(JsonToken.VALUE_NUMBER_INT);
        return parser.getLongValue();
    }

    void integer(String name, long only) {
        if (integer(name) != only) {
            throw new StatementRejected(name + " is not " + only);
        }
    }

    private void expectName(String name) {
        expect(JsonToken.PROPERTY_NAME);
        if (!parser.currentName().equals(name)) {
            throw new StatementRejected(name + " is missing, or something unknown stands before it");
        }
    }

    private void expect(JsonToken token) {
        if (parser.nextToken() != token) {
            throw new StatementRejected("a member is missing, too many or of the wrong kind");
        }
    }
}
