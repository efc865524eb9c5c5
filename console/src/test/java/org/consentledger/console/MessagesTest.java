package org.consentledger.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class MessagesTest {
    private static final Path PAGES = Path.of("src/main/resources/org/consentledger/console/pages");
    /** A word of its own, or that of a column in a list. */
    private static final Pattern KEY =
            Pattern.compile("#\\{([a-zA-Z.-]+)[}(]|(?<=[{ ])'([a-zA-Z]+\\.[a-zA-Z.]+)'(?=[,} ])");

    private static final Pattern ARGUMENT = Pattern.compile("\\{\\d}");

    @Test
    @DisplayName("日本語と英語には同じ項目があり、同じものを埋め込む")
    void bothLanguagesSayTheSame() throws IOException {
        assertThat(arguments("en")).isEqualTo(arguments("ja"));
    }

    @Test
    @DisplayName("画面が使う言葉はすべてある")
    void everyWordOfAPageIsThere() throws IOException {
        var used = new TreeSet<String>();
        try (var pages = Files.walk(PAGES)) {
            for (var page : pages.filter(Files::isRegularFile).toList()) {
                KEY.matcher(Files.readString(page))
                        .results()
                        .forEach(found -> used.add(found.group(1) == null ? found.group(2) : found.group(1)));
            }
        }
        assertThat(messages("ja").stringPropertyNames()).containsAll(used);
    }

    @Test
    @DisplayName("引用符に化けるアポストロフィはない")
    void noApostropheTurnsIntoAQuote() throws IOException {
        assertThat(messages("en").values()).noneMatch(said -> said.toString().contains("'"));
    }

    private static Map<String, String> arguments(String language) throws IOException {
        return messages(language).entrySet().stream()
                .collect(Collectors.toMap(
                        said -> said.getKey().toString(),
                        said -> ARGUMENT.matcher(said.getValue().toString())
                                .results()
                                .map(MatchResult::group)
                                .sorted()
                                .distinct()
                                .collect(Collectors.joining()),
                        (one, _) -> one,
                        TreeMap::new));
    }

    private static Properties messages(String language) throws IOException {
        var messages = new Properties();
        try (var text = new InputStreamReader(
                MessagesTest.class.getResourceAsStream("console_" + language + ".properties"),
                StandardCharsets.UTF_8)) {
            messages.load(text);
        }
        return messages;
    }
}
