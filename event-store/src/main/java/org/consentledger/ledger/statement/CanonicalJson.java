package org.consentledger.ledger.statement;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.erdtman.jcs.JsonCanonicalizer;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.JsonRecyclerPools;

/**
 * RFC 8785 behind a guard: what the canonicalizer would change without a word (numbers that a double does not hold or
 * writes differently, halves of surrogate pairs, bytes that are not UTF-8) is refused, and so are duplicate names and
 * anything after the value.
 */
public final class CanonicalJson {
    /** RFC 8785 §3.2.2.3 and RFC 7493 §2.2: the integers that every reader of JSON reads alike. */
    static final long LARGEST_INTEGER = (1L << 53) - 1;

    private static final char REPLACEMENT = '\uFFFD';

    private static final JsonFactory STRICT = JsonFactory.builder()
            .recyclerPool(JsonRecyclerPools.threadLocalPool())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private CanonicalJson() {}

    /**
     * The canonical bytes of an object or array whose numbers are integers between -(2^53 - 1) and 2^53 - 1.
     *
     * @throws StatementRejected for any other bytes
     */
    public static byte[] canonicalize(byte[] json) {
        String text = decode(json);
        try (var parser = parser(text)) {
            JsonToken first = parser.nextToken();
            if (first != JsonToken.START_OBJECT && first != JsonToken.START_ARRAY) {
                throw new StatementRejected("canonical JSON is an object or an array");
            }
            for (int depth = 1; depth > 0; ) {
                JsonToken token = parser.nextToken();
                if (token == null) {
                    throw new StatementRejected("JSON ends early");
                }
                depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
                check(token, parser);
            }
            if (parser.nextToken() != null) {
                throw new StatementRejected("something follows the JSON value");
            }
            return new JsonCanonicalizer(text).getEncodedUTF8();
        } catch (JacksonException | IOException e) {
            throw new StatementRejected("not JSON", e);
        }
    }

    private static JsonParser parser(String text) {
        return STRICT.createParser(ObjectReadContext.empty(), text);
    }

    static String decode(byte[] json) {
        var text = new String(json, StandardCharsets.UTF_8);
        // What is not UTF-8 is read as U+FFFD, whose bytes are others.
        if (text.indexOf(REPLACEMENT) >= 0 && !Arrays.equals(text.getBytes(StandardCharsets.UTF_8), json)) {
            throw new StatementRejected("not UTF-8");
        }
        return text;
    }

    private static void check(JsonToken token, JsonParser parser) {
        if (token == JsonToken.PROPERTY_NAME || token == JsonToken.VALUE_STRING) {
            checkText(parser.getString());
        }
        if (token.isNumeric()) {
            checkNumber(parser.getString());
        }
    }

    /** RFC 8785 §3.1 by way of RFC 7493 §2.1: no surrogate without its other half. */
    static void checkText(String text) {
        if (hasSurrogates(text) && !StandardCharsets.UTF_8.newEncoder().canEncode(text)) {
            throw new StatementRejected("half of a surrogate pair is no character");
        }
    }

    private static boolean hasSurrogates(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isSurrogate(text.charAt(i))) {
                return true;
            }
        }
        return false;
    }

    private static void checkNumber(String digits) {
        try {
            long number = Long.parseLong(digits);
            if (Math.abs(number) <= LARGEST_INTEGER && Long.toString(number).equals(digits)) {
                return;
            }
        } catch (NumberFormatException e) {
            throw new StatementRejected("numbers are integers", e);
        }
        throw new StatementRejected("integers are within 2^53 - 1, zero has no sign");
    }
}
