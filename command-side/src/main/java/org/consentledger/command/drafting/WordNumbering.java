package org.consentledger.command.drafting;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;

/**
 * Counts the lists of a Word document (ISO/IEC 29500-1 §17.9), so that its numbers, which are nowhere written, can be read.
 * Paragraphs must be asked about in their order.
 */
final class WordNumbering {
    private static final int LEVELS = 9;
    private static final int MOST_STYLES = 20;

    private final Map<String, Element> lists = new HashMap<>();
    private final Map<String, Element> definitions = new HashMap<>();
    private final Map<String, Element> styles = new HashMap<>();
    private final Map<String, int[]> counts = new HashMap<>();
    private final Set<String> begun = new HashSet<>();
    private final Set<LeftOut> leftOut;

    WordNumbering(@Nullable Element numbering, @Nullable Element styles, Set<LeftOut> leftOut) {
        this.leftOut = leftOut;
        if (numbering != null) {
            index(numbering, "num", "numId", lists);
            index(numbering, "abstractNum", "abstractNumId", definitions);
        }
        if (styles != null) {
            index(styles, "style", "styleId", this.styles);
        }
    }

    private static void index(Element parent, String name, String id, Map<String, Element> byId) {
        WordXml.children(parent).stream()
                .filter(child -> child.getLocalName().equals(name))
                .forEach(child -> WordXml.attribute(child, id).ifPresent(key -> byId.put(key, child)));
    }

    private record Numbered(String list, int level) {}

    /** The number that a paragraph is printed with, and what stands behind it; empty for none. */
    String printed(Element paragraph) {
        return numbered(paragraph).map(this::count).orElse("");
    }

    /** As the paragraph says itself, or else its style. */
    private Optional<Numbered> numbered(Element paragraph) {
        var properties = WordXml.child(paragraph, "pPr");
        var own = properties.flatMap(element -> WordXml.child(element, "numPr"));
        if (own.flatMap(element -> WordXml.value(element, "numId")).isPresent()) {
            return own.map(element -> new Numbered(
                            WordXml.value(element, "numId").orElseThrow(),
                            WordXml.number(element, "ilvl").orElse(0)))
                    .filter(this::isKnown);
        }
        var style = properties.flatMap(element -> WordXml.value(element, "pStyle"));
        for (int i = 0; i < MOST_STYLES && style.isPresent(); i++) {
            var element = Optional.ofNullable(styles.get(style.get()));
            var numbering = element.flatMap(found -> WordXml.child(found, "pPr"))
                    .flatMap(found -> WordXml.child(found, "numPr"));
            var list = numbering.flatMap(found -> WordXml.value(found, "numId"));
            if (list.isPresent()) {
                int level = WordXml.number(numbering.orElseThrow(), "ilvl").orElse(levelOf(style.get(), list.get()));
                return Optional.of(new Numbered(list.get(), level)).filter(this::isKnown);
            }
            style = element.flatMap(found -> WordXml.value(found, "basedOn"));
        }
        return Optional.empty();
    }

    private boolean isKnown(Numbered numbered) {
        return numbered.level < LEVELS && definition(numbered.list).isPresent();
    }

    private Element list(String list) {
        return Objects.requireNonNull(lists.get(list));
    }

    private Optional<Element> definition(String list) {
        return Optional.ofNullable(lists.get(list))
                .flatMap(element -> WordXml.value(element, "abstractNumId"))
                .map(definitions::get);
    }

    private Optional<Element> level(String list, int level) {
        return definition(list)
                .flatMap(element -> WordXml.children(element).stream()
                        .filter(child -> child.getLocalName().equals("lvl"))
                        .filter(child ->
                                WordXml.attribute(child, "ilvl").orElse("").equals(Integer.toString(level)))
                        .findFirst());
    }

    private int levelOf(String style, String list) {
        for (int level = 0; level < LEVELS; level++) {
            if (level(list, level)
                    .flatMap(element -> WordXml.value(element, "pStyle"))
                    .orElse("")
                    .equals(style)) {
                return level;
            }
        }
        return 0;
    }

    private String count(Numbered numbered) {
        var definition = WordXml.value(list(numbered.list), "abstractNumId").orElseThrow();
        var count = counts.computeIfAbsent(definition, _ -> new int[LEVELS]);
        if (begun.add(numbered.list)) {
            restart(numbered.list, count);
        }
        for (int above = 0; above < numbered.level; above++) {
            count[above] = count[above] == 0 ? start(numbered.list, above) : count[above];
        }
        int level = numbered.level;
        count[level] = count[level] == 0 ? start(numbered.list, level) : count[level] + 1;
        for (int below = level + 1; below < LEVELS; below++) {
            count[below] = 0;
        }
        var printed = label(numbered, count);
        return printed.isEmpty() ? "" : printed + behind(numbered);
    }

    /** A list may begin its levels anew that another list with the same definition has counted. */
    private void restart(String list, int[] count) {
        for (var override : WordXml.children(list(list))) {
            if (override.getLocalName().equals("lvlOverride")
                    && WordXml.child(override, "startOverride").isPresent()) {
                WordXml.attribute(override, "ilvl")
                        .filter(level -> level.matches("[0-8]"))
                        .ifPresent(level -> count[Integer.parseInt(level)] = 0);
            }
        }
    }

    private int start(String list, int level) {
        return WordXml.children(list(list)).stream()
                .filter(child -> WordXml.attribute(child, "ilvl").orElse("").equals(Integer.toString(level)))
                .flatMap(override -> WordXml.number(override, "startOverride").stream())
                .findFirst()
                .or(() -> level(list, level).flatMap(element -> WordXml.number(element, "start")))
                .orElse(1);
    }

    private String label(Numbered numbered, int[] count) {
        var level = level(numbered.list, numbered.level);
        var pattern =
                level.flatMap(element -> WordXml.value(element, "lvlText")).orElse("");
        if (format(level).equals("bullet")) {
            return "・";
        }
        boolean inDigits = level.map(element -> WordXml.isOn(element, "isLgl")).orElse(false);
        var label = new StringBuilder();
        for (int i = 0; i < pattern.length(); i++) {
            if (pattern.charAt(i) == '%'
                    && i + 1 < pattern.length()
                    && "123456789".indexOf(pattern.charAt(i + 1)) >= 0) {
                int named = pattern.charAt(++i) - '1';
                label.append(number(inDigits ? "decimal" : format(level(numbered.list, named)), count[named]));
            } else {
                label.append(pattern.charAt(i));
            }
        }
        return label.toString();
    }

    private static String format(Optional<Element> level) {
        return level.flatMap(element -> WordXml.value(element, "numFmt")).orElse("decimal");
    }

    private String number(String format, int number) {
        return ListNumber.printed(format, number).orElseGet(() -> {
            leftOut.add(LeftOut.NUMBER_FORMAT_UNKNOWN);
            return Integer.toString(number);
        });
    }

    private String behind(Numbered numbered) {
        var suffix = level(numbered.list, numbered.level)
                .flatMap(element -> WordXml.value(element, "suff"))
                .orElse("tab");
        return suffix.equals("nothing") ? "" : " ";
    }
}
