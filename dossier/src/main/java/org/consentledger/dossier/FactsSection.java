package org.consentledger.dossier;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.consentledger.events.EventMapper;
import org.consentledger.ledger.audit.EventBytes;
import org.consentledger.standing.Standing;
import org.consentledger.texts.Texts;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Every fact of the dossier, in the order of the ledger, with all that its event says. */
final class FactsSection {
    private static final Texts TEXTS = new Texts(Report.class, "report");
    private static final JsonMapper EVENTS = EventMapper.create();
    private static final String SEALED = "$enc";

    private final Page page;
    private final Derived derived;
    private final Locale language;

    FactsSection(Page page, Derived derived, Locale language) {
        this.page = page;
        this.derived = derived;
        this.language = language;
    }

    void write() {
        var restsOn = derived.standing().restsOn().stream()
                .map(Standing.Fact::position)
                .collect(Collectors.toSet());
        page.element("h2", say("facts"));
        page.element("p", say("facts.note"));
        for (var relevant : derived.sources().relevant()) {
            var event = relevant.proven().event();
            page.element("h3", heading(event, restsOn.contains(event.position())));
            page.element(
                    "table",
                    () -> page.element("tbody", () -> {
                        row("facts.recordedAt", moment(event.recordedAt()));
                        row("facts.eventId", event.eventId().toString());
                        said(relevant).forEach(this::line);
                    }),
                    "class",
                    "keys");
        }
    }

    private String heading(EventBytes event, boolean isGround) {
        return say("facts.heading", Long.toString(event.position()), say("event." + event.payloadType()))
                + (isGround ? say("facts.ground") : "");
    }

    private Map<String, String> said(RelevantEvent relevant) {
        var lines = new LinkedHashMap<String, String>();
        var payload = relevant.opened() == null
                ? EVENTS.readTree(relevant.proven().event().payload())
                : EVENTS.readTree(relevant.opened());
        flatten("", payload, lines);
        return lines;
    }

    private void flatten(String path, JsonNode node, Map<String, String> lines) {
        if (node.isObject() && node.has(SEALED)) {
            lines.put(path, say("facts.sealed"));
        } else if (node.isObject()) {
            node.properties()
                    .forEach(member -> flatten(
                            path.isEmpty() ? member.getKey() : path + "." + member.getKey(), member.getValue(), lines));
        } else if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                flatten(path + "[" + (i + 1) + "]", node.get(i), lines);
            }
        } else {
            lines.put(path, path.equals("content.text") ? say("facts.text") : node.asString(""));
        }
    }

    private void row(String key, String value) {
        line(say(key), value);
    }

    private void line(String name, String value) {
        page.element("tr", () -> {
            page.element("th", name, "class", "key", "scope", "row");
            page.element("td", value);
        });
    }

    private String moment(Instant instant) {
        return DateTimeFormatter.ofPattern(say("moment"), language).format(instant.atZone(derived.zone()));
    }

    private String say(String key, Object... arguments) {
        return TEXTS.say(language, key, arguments);
    }
}
