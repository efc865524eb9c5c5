package org.consentledger.query.platform;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
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

    /** Room for as many questions as may be put at once, and for little more. */
    private static final int MOST_BYTES = 1 << 20;

    private final String pointer;
    private final Map<String, String> texts = new HashMap<>();
    private final List<QuestionBody> items = new ArrayList<>();

    private QuestionBody(String pointer) {
        this.pointer = pointer;
    }

    /**
     * Reads the body.
     *
     * @param names of the members that the question takes
     * @throws Malformed where it is no such object, or has a member that the question does not take
     * @throws QuestionRejected {@code TOO_LARGE}
     */
    public static QuestionBody read(InputStream body, String... names) throws IOException {
        var read = new QuestionBody("");
        read.add(parsed(body), List.of(names), "");
        return read;
    }

    /**
     * Reads a body that has a list of such objects among its members.
     *
     * @param list the member that is the list, required
     * @param most how many items it may have
     * @param ofItem names of the members of an item
     * @param names of the other members
     * @throws Malformed where it is no such object, or has a member that the question does not take
     * @throws QuestionRejected {@code TOO_LARGE}
     */
    public static QuestionBody readWithItems(
            InputStream body, String list, int most, List<String> ofItem, String... names) throws IOException {
        var read = new QuestionBody("");
        var object = parsed(body);
        read.add(object, List.of(names), list);
        var items = object.get(list);
        if (items == null) {
            throw new Malformed("/" + list, Fault.MISSING);
        }
        if (!items.isArray() || items.size() > most) {
            throw new Malformed("/" + list, Fault.NOT_A_LIST, most);
        }
        for (int i = 0; i < items.size(); i++) {
            var item = new QuestionBody("/" + list + "/" + i);
            item.add(items.get(i), ofItem, "");
            read.items.add(item);
        }
        return read;
    }

    private void add(@Nullable JsonNode object, List<String> names, String passedOver) {
        if (object == null || !object.isObject()) {
            throw new Malformed(pointer, Fault.NOT_AN_OBJECT);
        }
        for (var member : object.properties()) {
            var at = pointer + "/" + member.getKey().replace("~", "~0").replace("/", "~1");
            if (member.getKey().equals(passedOver)) {
                continue;
            }
            if (!names.contains(member.getKey())) {
                throw new Malformed(at, Fault.UNKNOWN_PARAMETER);
            }
            if (!member.getValue().isNull()) {
                if (!member.getValue().isString()) {
                    throw new Malformed(at, Fault.NOT_A_TEXT);
                }
                texts.put(member.getKey(), member.getValue().stringValue());
            }
        }
    }

    private static JsonNode parsed(InputStream body) throws IOException {
        byte[] bytes = body.readNBytes(MOST_BYTES + 1);
        if (bytes.length > MOST_BYTES) {
            throw new QuestionRejected(Code.TOO_LARGE, MOST_BYTES);
        }
        try {
            var tree = bytes.length == 0 ? null : JSON.readTree(bytes);
            if (tree != null && tree.isObject()) {
                return tree;
            }
        } catch (JacksonException _) {
            // Said below, as of any other text that is no object.
        }
        throw new Malformed("", Fault.NOT_AN_OBJECT);
    }

    /** The items of the list, in its order. */
    public List<QuestionBody> items() {
        return List.copyOf(items);
    }

    /** A member; {@code null} where it is not given. */
    public @Nullable String text(String name) {
        return texts.get(name);
    }

    /** A member, read by what takes its pointer and its value. */
    public <T> T member(String name, BiFunction<String, @Nullable String, T> reading) {
        return reading.apply(pointer + "/" + name, texts.get(name));
    }

    /** Runs what says of a part of this body that it is malformed, as if it were a parameter. */
    public <T> T within(Supplier<T> reading) {
        try {
            return reading.get();
        } catch (Malformed malformed) {
            throw malformed.inBody(pointer);
        }
    }
}
