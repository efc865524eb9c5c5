package org.consentledger.events;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The documents name what is there, and nothing else. */
class DocumentsTest {
    private static final Path DOCS = Path.of("..", "docs");

    @Test
    void listsEveryEventWithItsRevision() throws IOException {
        var rows = matches("EVENTS.md", "(?m)^\\| `([a-z]+\\.[A-Za-z]+)` \\| (\\d+) \\|");
        var events = EventTypes.all().values().stream()
                .map(EventTypes::of)
                .map(stored -> stored.name() + " " + stored.revision())
                .toList();
        assertThat(rows).containsExactlyInAnyOrderElementsOf(events);
    }

    @Test
    void explainsEveryPublicTypeOfTheEvents() throws IOException {
        var glossary = Files.readString(DOCS.resolve("GLOSSARY.md"), StandardCharsets.UTF_8);
        var types = new TreeSet<String>();
        for (var row :
                glossary.substring(glossary.indexOf("## Types of the events")).split("\n", -1)) {
            if (row.startsWith("| `")) {
                Pattern.compile("`(\\w+)`")
                        .matcher(row.split("\\|", -1)[1])
                        .results()
                        .forEach(result -> types.add(result.group(1)));
            }
        }
        var existing = new TreeSet<>(new ClassFileImporter()
                        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                        .importPackages("org.consentledger.events")
                        .stream()
                        .filter(type -> type.getModifiers().contains(JavaModifier.PUBLIC))
                        .filter(type -> !type.isAnonymousClass())
                        .map(JavaClass::getSimpleName)
                        .filter(name -> !name.equals("package-info"))
                        .toList());
        assertThat(types).isEqualTo(existing);
    }

    private static List<String> matches(String document, String pattern) throws IOException {
        return Pattern.compile(pattern)
                .matcher(Files.readString(DOCS.resolve(document), StandardCharsets.UTF_8))
                .results()
                .map(result -> result.group(1) + " " + result.group(2))
                .toList();
    }
}
