package org.consentledger.query.platform;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.consentledger.query.platform.Malformed.Fault;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The body of a question that is too long for a URL or names what must not stand in one: a JSON object of texts. */
public final class QuestionBody {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final Map<String, String> texts = new HashMap<>();

    private QuestionBody() {}

    /**
     * Reads the body.
     *
     * @param names of the members that the question takes
     * @throws Malformed where it is no such object, or has a member that the question does not take
     */
    public static QuestionBody read(byte @Nullable [] body, String... names) {
        var read = new QuestionBody();
        for (var member : object(body).properties()) {
            var pointer = "/" + member.getKey().replace("~", "~0").replace("/", "~1");
            if (!List.of(names).contains(member.getKey())) {
                throw new Malformed(pointer, Fault.UNKNOWN_PARAMETER);
            }
            if (!member.getValue().isNull()) {
                if (!member.getValue().isString()) {
                    throw new Malformed(pointer, Fault.NOT_A_TEXT);
                }
                read.texts.put(member.getKey(), member.getValue().stringValue());
            }
        }
        return read;
    }

    private static JsonNode object(byte @Nullable [] body) {
        try {
            var tree = body == null || body.length == 0 ? null : JSON.readTree(body);
            if (tree != null && tree.isObject()) {
                return tree;
            }
        } catch (JacksonException _) {
            // Said below, as of any other text that is no object.
        }
        throw new Malformed("", Fault.NOT_AN_OBJECT);
    }

    /** A member; {@code null} where it is not given. */
    public @Nullable String text(String name) {
        return texts.get(name);
    }

    /** A member, read by what takes its pointer and its value. */
    public <T> T member(String name, BiFunction<String, @Nullable String, T> reading) {
        return reading.apply("/" + name, texts.get(name));
    }

    /** Runs what says of a part of this body that it is malformed, as if it were a parameter. */
    public <T> T within(Supplier<T> reading) {
        try {
            return reading.get();
        } catch (Malformed malformed) {
            throw malformed.inBody();
        }
    }
}
