package org.consentledger.query.disclosure;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.consentledger.requests.LegalPeriods;
import org.consentledger.texts.Texts;
import tools.jackson.databind.JsonNode;

/** Puts facts into words that the customer understands; times of day are those of Japan. */
record Wording(Locale language) {
    static final Texts TEXTS = new Texts(Wording.class, "disclosure");
    private static final String TIME = "At";

    /** One line of what a fact says. */
    record Line(String label, String value) {}

    String say(String key, Object... arguments) {
        return TEXTS.say(language, key, arguments);
    }

    /** What happened, in words. */
    String event(String storedName) {
        return orElse("event." + storedName, storedName);
    }

    String moment(Instant instant) {
        return TEXTS.times(language, "moment").format(instant.atZone(LegalPeriods.ZONE));
    }

    /** All that a fact says, a member a line. */
    List<Line> lines(JsonNode said) {
        var lines = new ArrayList<Line>();
        said.properties().forEach(member -> add(lines, member.getKey(), member.getValue()));
        return lines;
    }

    private void add(List<Line> lines, String path, JsonNode value) {
        if (value.isObject()) {
            value.properties().forEach(member -> add(lines, path + "." + member.getKey(), member.getValue()));
        } else if (value.isArray() && value.valueStream().anyMatch(JsonNode::isObject)) {
            value.forEach(element -> add(lines, path, element));
        } else if (value.isArray()) {
            var listed =
                    value.valueStream().map(element -> value(path, element)).collect(Collectors.joining(say("comma")));
            lines.add(new Line(label(path), listed));
        } else if (!value.isNull()) {
            lines.add(new Line(label(path), value(path, value)));
        }
    }

    private String label(String path) {
        return orElse("label." + path, path);
    }

    private String value(String path, JsonNode value) {
        var text = value.asString();
        return path.endsWith(TIME) ? moment(Instant.parse(text)) : orElse("value." + path + "." + text, text);
    }

    private String orElse(String key, String otherwise) {
        return TEXTS.knows(language, key) ? say(key) : otherwise;
    }
}
