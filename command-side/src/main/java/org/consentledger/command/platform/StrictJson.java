package org.consentledger.command.platform;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.consentledger.command.platform.Malformed.Fault;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads bodies as the contract writes them and nothing else: no unknown or repeated member, no value of another type,
 * nothing after the end, no deep nesting. What is wrong is named by its JSON pointer, never by a class of ours.
 */
final class StrictJson {
    private static final int DEEPEST = 16;
    private static final int LONGEST_NAME = 256;
    private static final int LONGEST_NUMBER = 32;

    private final JsonMapper mapper = mapper();

    <T> T read(Class<T> type, byte[] body) {
        String text = decode(body);
        return read(() -> mapper.readValue(text, type));
    }

    /** An object whose members were read, and may have been changed, before it is known what they mean. */
    <T> T read(Class<T> type, ObjectNode body) {
        return read(() -> mapper.treeToValue(body, type));
    }

    private static <T> T read(Supplier<@Nullable T> reading) {
        try {
            T read = reading.get();
            if (read == null) {
                throw new Malformed("", Fault.WRONG_VALUE, "object");
            }
            return read;
        } catch (JacksonException e) {
            throw malformed(e);
        }
    }

    /** Equal bodies give equal bytes, whatever the white space and the order of the members they came with. */
    byte[] canonical(Object body) {
        return mapper.writeValueAsBytes(body);
    }

    private static String decode(byte[] body) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(body))
                    .toString();
        } catch (CharacterCodingException _) {
            throw new Malformed("", Fault.NOT_JSON);
        }
    }

    private static Malformed malformed(JacksonException e) {
        return switch (e) {
            case MalformedValue value -> value.at(pointer(value.getPath()));
            case UnrecognizedPropertyException unknown ->
                new Malformed(pointer(unknown.getPath()), Fault.UNKNOWN_MEMBER);
            case MismatchedInputException mismatch ->
                new Malformed(pointer(mismatch.getPath()), Fault.WRONG_VALUE, expected(mismatch.getTargetType()));
            case StreamConstraintsException _ -> new Malformed("", Fault.TOO_DEEP);
            case StreamReadException broken
            when isDuplicate(broken) -> new Malformed(pointer(broken.processor()), Fault.DUPLICATE_MEMBER);
            case StreamReadException _ -> new Malformed("", Fault.NOT_JSON);
            default -> new Malformed(pointer(e.getPath()), Fault.WRONG_VALUE, expected(null));
        };
    }

    /** The reader has no type of its own for it. */
    private static boolean isDuplicate(StreamReadException e) {
        return e.getOriginalMessage().startsWith("Duplicate Object property");
    }

    private static String pointer(@Nullable Object processor) {
        return processor instanceof JsonParser parser
                ? parser.streamReadContext().pathAsPointer().toString()
                : "";
    }

    private static String pointer(List<JacksonException.Reference> path) {
        return path.stream()
                .map(step ->
                        step.getPropertyName() == null ? Integer.toString(step.getIndex()) : step.getPropertyName())
                .map(step -> "/" + step.replace("~", "~0").replace("/", "~1"))
                .collect(Collectors.joining());
    }

    /** Names what belongs there: the values of an enumeration, or a word that the texts explain. */
    static String expected(@Nullable Class<?> target) {
        if (target == null) {
            return "other";
        }
        if (target.isEnum()) {
            return Stream.of(target.getEnumConstants()).map(Object::toString).collect(Collectors.joining(" | "));
        }
        if (target.isPrimitive() || Number.class.isAssignableFrom(target) || target == Boolean.class) {
            return target == boolean.class || target == Boolean.class ? "boolean" : "number";
        }
        return switch (target.getSimpleName()) {
            case "TermsId", "PurposeId", "CustomerId", "ContentDigest", "EditionNumber" ->
                target.getSimpleName().toLowerCase(Locale.ROOT);
            case "ObjectNode" -> "object";
            default -> Iterable.class.isAssignableFrom(target) ? "array" : target.isRecord() ? "object" : "other";
        };
    }

    private static JsonMapper mapper() {
        var limits = StreamReadConstraints.builder()
                .maxNestingDepth(DEEPEST)
                .maxNameLength(LONGEST_NAME)
                .maxNumberLength(LONGEST_NUMBER)
                .build();
        return JsonMapper.builder(
                        JsonFactory.builder().streamReadConstraints(limits).build())
                .addModule(new ContractTypes())
                .changeDefaultPropertyInclusion(all -> all.withValueInclusion(JsonInclude.Include.NON_NULL))
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .enable(
                        DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
                        DeserializationFeature.FAIL_ON_TRAILING_TOKENS,
                        DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .enable(EnumFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
                .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
                .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
                .withCoercionConfigDefaults(all -> all.setCoercion(CoercionInputShape.EmptyString, CoercionAction.Fail))
                .build();
    }
}
