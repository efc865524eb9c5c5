package org.consentledger.console.support;

import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.consentledger.console.platform.Address;
import org.consentledger.console.platform.Api;
import org.consentledger.console.platform.Clock;
import org.consentledger.console.platform.Terms;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Puts a part of a customer's history on a page, as a picture and as a table. */
@Component
class ShownHistory {
    /** More would not be read, and takes long to make. */
    private static final String FACTS = "100";

    private static final String MOST_EDITIONS = "200";

    private final Api api;
    private final InstantSource clock;

    ShownHistory(Api api, InstantSource clock) {
        this.api = api;
        this.clock = clock;
    }

    void show(Asked asked, HistoryPage part, Terms.Choice choice, Model page, Locale language) {
        var termsId = Objects.requireNonNull(choice.chosen()).termsId();
        var knownAt = Clock.asked(asked.knownAt(), choice.zone());
        var history = api.ask(
                Address.of("customers", asked.customerId(), "history")
                        .with("termsId", termsId)
                        .with("knownAt", knownAt)
                        .with("order", part.isNewestFirst() ? part.order() : null)
                        .with("cursor", part.cursor())
                        .with("limit", FACTS),
                History.class,
                language);
        page.addAttribute("history", history);
        page.addAttribute("shown", part);
        if (!history.items().isEmpty()) {
            var editions = api.ask(
                    Address.of("terms", termsId, "editions")
                            .with("knownAt", knownAt)
                            .with("limit", MOST_EDITIONS),
                    Editions.class,
                    language);
            timeline(editions.inEffect(clock.instant(), choice.zone()), history, part, choice)
                    .ifPresent(timeline -> page.addAttribute("timeline", timeline));
        }
    }

    private Optional<Timeline> timeline(
            List<Timeline.Edition> editions, History history, HistoryPage part, Terms.Choice choice) {
        return part.isFirst() && history.next() == null
                ? Timeline.ofAll(editions, history.items(), choice.zone(), clock.instant())
                : Timeline.ofPart(editions, history.items(), choice.zone());
    }
}
