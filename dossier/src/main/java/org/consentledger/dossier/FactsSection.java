package org.consentledger.dossier;

import java.time.Instant;
import java.util.Set;
import java.util.stream.Collectors;
import org.consentledger.events.EventMapper;
import org.consentledger.ledger.audit.EventBytes;
import tools.jackson.databind.json.JsonMapper;

/** Every fact of the dossier, in the order of the ledger, in one language: when, what, and the particulars. */
final class FactsSection {
    private static final JsonMapper EVENTS = EventMapper.create();
    private static final String ACT = "expressedAt";

    private final Page page;
    private final Derived derived;
    private final Words words;
    private final FactNames names;
    private final Set<Long> grounds;

    FactsSection(Page page, Derived derived, Words words) {
        this.page = page;
        this.derived = derived;
        this.words = words;
        this.names = new FactNames(derived, words);
        this.grounds = derived.grounds().stream().map(EventBytes::position).collect(Collectors.toSet());
    }

    void write() {
        page.element("p", words.say("facts.note", words.zone().getId()), "class", "note");
        page.table(
                () -> {
                    page.element("th", words.say("facts.number"), "scope", "col", "class", "number");
                    page.element("th", words.say("facts.time"), "scope", "col", "class", "time");
                    page.element("th", words.say("facts.said"), "scope", "col");
                },
                () -> derived.sources().relevant().forEach(this::fact),
                "lang",
                words.language().toLanguageTag());
    }

    private void fact(RelevantEvent relevant) {
        var event = relevant.proven().event();
        page.element("tr", () -> {
            page.element("td", Long.toString(event.position()));
            page.element("td", () -> times(event));
            page.element("td", () -> {
                var name = names.name(event);
                page.text(grounds.contains(event.position()) ? words.say("facts.ground", name) : name);
                page.element("div", particulars(relevant), "class", "small");
                page.element("div", event.eventId().toString(), "class", "small");
            });
        });
    }

    private void times(EventBytes event) {
        var act = EVENTS.readTree(event.payload()).path(ACT);
        if (act.isString()) {
            page.element("div", words.time(Instant.parse(act.stringValue())));
        }
        page.element("div", words.time(event.recordedAt()));
    }

    private String particulars(RelevantEvent relevant) {
        return new Particulars(words)
                .of(relevant).entrySet().stream()
                        .map(particular -> words.say("facts.pair", particular.getKey(), particular.getValue()))
                        .collect(Collectors.joining(words.say("facts.comma")));
    }
}
