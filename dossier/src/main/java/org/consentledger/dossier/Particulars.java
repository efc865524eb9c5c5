package org.consentledger.dossier;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.consentledger.events.EventMapper;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/**
 * What an event says besides its name and its times, in words. Texts and purposes of editions are left to the annexes and the
 * files, and so is whom and which terms all of it is about.
 */
record Particulars(Words words) {
    private static final JsonMapper EVENTS = EventMapper.create();
    private static final String SEALED = "$enc";
    private static final Pattern TIME = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?Z");
    private static final Set<String> ELSEWHERE = Set.of(
            "customerId",
            "termsId",
            "edition",
            "purposeId",
            "expressedAt",
            "content.text",
            "content.purposes",
            "content.matches");

    /** Names and values, in the event's order. */
    Map<String, String> of(RelevantEvent relevant) {
        return of(
                EVENTS.readTree(relevant.proven().event().payload()),
                relevant.opened() == null ? MissingNode.getInstance() : EVENTS.readTree(relevant.opened()));
    }

    Map<String, String> of(JsonNode stored, JsonNode opened) {
        var said = new LinkedHashMap<String, String>();
        flatten("", stored, opened, said);
        return said;
    }

    private void flatten(String path, JsonNode stored, JsonNode opened, Map<String, String> said) {
        if (ELSEWHERE.contains(path)) {
            return;
        }
        if (stored.has(SEALED)) {
            said.put(
                    name(path),
                    opened.isMissingNode() || opened.isNull() ? words.say("facts.sealed") : value(path, opened));
        } else if (stored.isObject()) {
            stored.properties()
                    .forEach(member -> flatten(
                            path.isEmpty() ? member.getKey() : path + "." + member.getKey(),
                            member.getValue(),
                            opened.path(member.getKey()),
                            said));
        } else if (!stored.isEmpty() || !stored.isArray()) {
            said.put(name(path), value(path, stored));
        }
    }

    private String name(String path) {
        return words.know("field." + path) ? words.say("field." + path) : path;
    }

    private String value(String path, JsonNode node) {
        if (node.isObject() || node.isArray()) {
            var parts = parts(path, node);
            return String.join(words.say(node.isArray() ? "comma" : "facts.space"), parts);
        }
        var text = node.asString("");
        var key = "field." + path + "." + text;
        return words.know(key)
                ? words.say(key)
                : TIME.matcher(text).matches() ? words.moment(Instant.parse(text)) : text;
    }

    private List<String> parts(String path, JsonNode node) {
        var parts = new ArrayList<String>();
        if (node.isArray()) {
            node.forEach(element -> parts.add(value(path, element)));
        } else {
            node.properties().forEach(member -> parts.add(value(path + "." + member.getKey(), member.getValue())));
        }
        return parts;
    }
}
