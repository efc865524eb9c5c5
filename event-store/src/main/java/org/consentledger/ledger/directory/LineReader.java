package org.consentledger.ledger.directory;

import java.util.Arrays;
import java.util.function.Function;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.JsonRecyclerPools;

/** Reads one line by asking for its members in their order; what is not written as we write it is refused. */
final class LineReader {
    private static final JsonFactory JSON = JsonFactory.builder()
            .recyclerPool(JsonRecyclerPools.threadLocalPool())
            .build();

    private final JsonParser parser;
    private JsonToken token = JsonToken.NOT_AVAILABLE;

    private LineReader(JsonParser parser) {
        this.parser = parser;
    }

    /**
     * @param line with its line end
     * @throws LineRejected for any bytes but those that {@code write} makes of the value
     */
    static <T> T read(byte[] line, Function<LineReader, T> read, Function<T, byte[]> write) {
        try (var parser = JSON.createParser(ObjectReadContext.empty(), line)) {
            var reader = new LineReader(parser);
            reader.expect(JsonToken.START_OBJECT);
            reader.advance();
            T value = read.apply(reader);
            if (reader.token != JsonToken.END_OBJECT) {
                throw new LineRejected("a member is there that does not belong there");
            }
            // Half of a surrogate pair can be read, but not written.
            if (!Arrays.equals(write.apply(value), line)) {
                throw new LineRejected("not written in the one form");
            }
            return value;
        } catch (JacksonException e) {
            throw new LineRejected("not JSON");
        } catch (IllegalArgumentException | ArithmeticException e) {
            throw new LineRejected("a value is malformed", e);
        }
    }

    String string(String name) {
        expectName(name);
        expect(JsonToken.VALUE_STRING);
        String value = parser.getString();
        advance();
        return value;
    }

    long integer(String name) {
        expectName(name);
        expect(JsonToken.VALUE_NUMBER_INT);
        long value = parser.getLongValue();
        advance();
        return value;
    }

    /** Whether the next member has this name. */
    boolean has(String name) {
        return token == JsonToken.PROPERTY_NAME && name.equals(parser.currentName());
    }

    private void expectName(String name) {
        if (!has(name)) {
            throw new LineRejected(name + " is missing, or something unknown stands before it");
        }
    }

    private void expect(JsonToken expected) {
        advance();
        if (token != expected) {
            throw new LineRejected("a member is missing, too many or of the wrong kind");
        }
    }

    private void advance() {
        var next = parser.nextToken();
        token = next == null ? JsonToken.NOT_AVAILABLE : next;
    }
}
