package org.consentledger.console.support;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Objects;
import org.consentledger.console.platform.Address;
import org.consentledger.console.platform.Api;
import org.consentledger.console.platform.ApiDeclined;
import org.consentledger.console.platform.Clock;
import org.consentledger.console.platform.Terms;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** One page for one question: the terms of one customer on one day. */
@Controller
class SupportController {
    private static final String SUGGESTED = "10";
    /** Of a day with more changes the others are had one page further on. */
    private static final String PARTS = "10";

    private final Api api;
    private final Terms terms;
    private final ShownHistory history;
    private final InstantSource clock;

    SupportController(Api api, Terms terms, ShownHistory history, InstantSource clock) {
        this.api = api;
        this.terms = terms;
        this.history = history;
        this.clock = clock;
    }

    /**
     * @param cursor where the parts of the day begin, as the page before it told; {@code null} for the beginning
     * @param known as known at which time, UTC, the page before it answered, so that both are of one answer
     */
    @GetMapping("/console/support")
    String page(
            Asked asked,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable String known,
            Model page,
            Locale language) {
        var choice = terms.choice(asked.terms(), language);
        page.addAttribute("choice", choice);
        page.addAttribute("times", new Clock(choice.zone(), language));
        page.addAttribute("asked", asked);
        page.addAttribute("today", LocalDate.ofInstant(clock.instant(), choice.zone()));
        if (asked.hasCustomer() && choice.chosen() != null) {
            try {
                answer(asked, cursor, known, choice, page, language);
            } catch (ApiDeclined declined) {
                var problem = declined.problemOfInput();
                page.addAttribute("problem", problem.toldBy(new Clock(choice.zone(), language)));
            }
        }
        return "support";
    }

    private void answer(
            Asked asked,
            @Nullable String cursor,
            @Nullable String known,
            Terms.Choice choice,
            Model page,
            Locale language) {
        var customer = asked.customerId();
        var termsId = Objects.requireNonNull(choice.chosen()).termsId();
        var knownAt = Clock.asked(asked.knownAt(), choice.zone());
        var on = asked.on() == null || asked.on().isBlank()
                ? LocalDate.ofInstant(clock.instant(), choice.zone()).toString()
                : asked.on().strip();
        var standing = api.ask(
                Address.of("customers", customer, "standing")
                        .with("termsId", termsId)
                        .with("on", on)
                        .with("limit", PARTS)
                        .with("cursor", cursor)
                        .with("knownAt", knownAt == null ? known : knownAt),
                StandingOfDay.class,
                language);
        page.addAttribute("standing", standing);
        page.addAttribute("continued", cursor != null);
        if (standing.isEmpty()) {
            page.addAttribute(
                    "found",
                    api.ask(
                            Address.of("customers").with("prefix", customer).with("limit", SUGGESTED),
                            Found.class,
                            language));
        }
        showHistory(asked, choice, page, language);
    }

    /** Not where the user may not see it. */
    private void showHistory(Asked asked, Terms.Choice choice, Model page, Locale language) {
        try {
            history.show(asked, HistoryPage.FIRST, choice, page, language);
        } catch (ApiDeclined declined) {
            if (!declined.status().isSameCodeAs(HttpStatus.FORBIDDEN)) {
                throw declined;
            }
        }
    }
}
