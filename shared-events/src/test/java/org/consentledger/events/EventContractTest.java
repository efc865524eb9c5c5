package org.consentledger.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

/** A golden file is a promise: what was stored once can be read for ever, and equal events have equal bytes. */
class EventContractTest {
    private static final Path GOLDEN = Path.of("src/test/resources/contract");
    private static final JsonMapper MAPPER = EventMapper.create();

    /** Values that have one JSON form each; anything else must be a record, an enum or a list of such. */
    private static final Set<Class<?>> PLAIN = Set.of(
            String.class,
            int.class,
            long.class,
            boolean.class,
            Instant.class,
            LocalDate.class,
            Period.class,
            ZoneId.class);

    static Stream<Object> examples() {
        return Examples.ALL.stream();
    }

    static Stream<Path> goldenFiles() throws IOException {
        try (var files = Files.walk(GOLDEN)) {
            return files.filter(Files::isRegularFile).sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("examples")
    void isStoredAsItsGoldenFile(Object example) throws IOException {
        var golden = goldenFile(example.getClass());
        if (!Files.exists(golden)) {
            fail("no golden file " + golden + "; the event is stored as:\n" + MAPPER.writeValueAsString(example));
        }
        assertThat(MAPPER.writeValueAsBytes(example)).isEqualTo(withoutLastNewline(golden));
        assertThat((Object) MAPPER.readValue(Files.readAllBytes(golden), example.getClass()))
                .isEqualTo(example);
    }

    static Stream<Object> examplesWithLaterMembers() {
        return Examples.WITH_LATER_MEMBERS.stream();
    }

    @ParameterizedTest
    @MethodSource("examplesWithLaterMembers")
    void isStoredWithMembersThatCameLater(Object example) throws IOException {
        var golden = Path.of(goldenFile(example.getClass()).toString().replace(".json", ".more.json"));
        assertThat(MAPPER.writeValueAsString(example))
                .isEqualTo(Files.readString(golden, StandardCharsets.UTF_8).stripTrailing());
        assertThat((Object) MAPPER.readValue(Files.readAllBytes(golden), example.getClass()))
                .isEqualTo(example);
    }

    @ParameterizedTest
    @MethodSource("goldenFiles")
    void isReadFromEveryGoldenFile(Path golden) throws IOException {
        var name = GOLDEN.relativize(golden).toString().replace('/', '.').replaceFirst("\\.\\d+(\\.more)?\\.json$", "");
        Class<?> event = EventTypes.named(name);
        assertThat(event).as("event stored as " + name).isNotNull();
        assertThat((Object) MAPPER.readValue(Files.readAllBytes(golden), Objects.requireNonNull(event)))
                .isNotNull();
    }

    @Test
    void hasAnExampleOfEveryEvent() {
        assertThat(Examples.ALL.stream().map(Object::getClass).toList())
                .containsExactlyInAnyOrderElementsOf(EventTypes.all().values());
    }

    @Test
    @DisplayName("事実の名は、一度使えば変えない")
    void keepsEveryNameEverGiven() throws IOException {
        var given = Files.readAllLines(Path.of("src/test/resources/stored-names.txt"), StandardCharsets.UTF_8);
        assertThat(EventTypes.all().keySet()).containsExactlyInAnyOrderElementsOf(given);
    }

    @Test
    void holdsOnlyValuesWithOneForm() {
        var wrong = new ArrayList<String>();
        EventTypes.all().values().forEach(event -> collect(event, wrong, new HashSet<>()));
        assertThat(wrong).isEmpty();
    }

    @Test
    @DisplayName("個人データは、消去の後に null となる")
    void acceptsNullForEveryPersonalComponent() {
        var personal = new ArrayList<RecordComponent>();
        for (var type : Stream.concat(EventTypes.all().values().stream(), Stream.of(Actor.class, Evidence.class))
                .toList()) {
            personal.addAll(Arrays.stream(type.getRecordComponents())
                    .filter(component -> component.isAnnotationPresent(PersonalData.class))
                    .toList());
        }
        assertThat(personal)
                .hasSizeGreaterThan(8)
                .allSatisfy(component -> assertThat(component.getAnnotatedType().isAnnotationPresent(Nullable.class))
                        .as(component.toString())
                        .isTrue());
    }

    private static void collect(Class<?> type, List<String> wrong, Set<Class<?>> seen) {
        if (PLAIN.contains(type) || type.isEnum() || !seen.add(type)) {
            return;
        }
        if (!type.isRecord()) {
            wrong.add(type.getName());
            return;
        }
        for (var component : type.getRecordComponents()) {
            if (component.getType() == List.class) {
                var of = ((ParameterizedType) component.getGenericType()).getActualTypeArguments()[0];
                collect((Class<?>) of, wrong, seen);
            } else {
                collect(component.getType(), wrong, seen);
            }
        }
    }

    private static Path goldenFile(Class<?> event) {
        var stored = EventTypes.of(event);
        int dot = stored.name().indexOf('.');
        return GOLDEN.resolve(stored.name().substring(0, dot))
                .resolve(stored.name().substring(dot + 1) + "." + stored.revision() + ".json");
    }

    private static byte[] withoutLastNewline(Path file) throws IOException {
        return Files.readString(file, StandardCharsets.UTF_8).stripTrailing().getBytes(StandardCharsets.UTF_8);
    }
}
