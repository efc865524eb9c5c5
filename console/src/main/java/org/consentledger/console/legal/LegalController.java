package org.consentledger.console.legal;

import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Objects;
import org.consentledger.console.platform.Address;
import org.consentledger.console.platform.Api;
import org.consentledger.console.platform.ApiDeclined;
import org.consentledger.console.platform.Clock;
import org.consentledger.console.platform.Terms;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** An answer replayed from the ledger itself, step by step, and the dossier about it. */
@Controller
class LegalController {
    private final Api api;
    private final Terms terms;

    LegalController(Api api, Terms terms) {
        this.api = api;
        this.terms = terms;
    }

    @GetMapping("/console/legal")
    String page(Asked asked, Model page, Locale language) {
        var choice = terms.choice(asked.terms(), language);
        page.addAttribute("choice", choice);
        page.addAttribute("times", new Clock(choice.zone(), language));
        page.addAttribute("asked", asked);
        if (asked.hasCustomer() && choice.chosen() != null) {
            try {
                page.addAttribute("replay", replay(asked, choice, language));
            } catch (ApiDeclined declined) {
                var problem = declined.problemOfInput();
                page.addAttribute("problem", problem.toldBy(new Clock(choice.zone(), language)));
            }
        }
        return "legal";
    }

    private Replay replay(Asked asked, Terms.Choice choice, Locale language) {
        var question = new LinkedHashMap<String, Object>();
        question.put("customerId", Objects.requireNonNull(asked.customer()).strip());
        question.put("termsId", Objects.requireNonNull(choice.chosen()).termsId());
        question.put("at", Clock.asked(asked.at(), choice.zone()));
        question.put("knownAt", Clock.asked(asked.knownAt(), choice.zone()));
        question.values().removeIf(Objects::isNull);
        return api.inquire(Address.of("replays"), question, Replay.class, language);
    }

    @GetMapping("/console/legal/dossier")
    void dossier(Asked asked, HttpServletResponse response, Locale language) {
        var choice = terms.choice(asked.terms(), language);
        api.fetch(
                Address.of(
                                "customers",
                                Objects.requireNonNullElse(asked.customer(), "").strip(),
                                "dossier")
                        .with("termsId", asked.terms())
                        .with("at", Clock.asked(asked.at(), choice.zone()))
                        .with("knownAt", Clock.asked(asked.knownAt(), choice.zone())),
                "application/zip",
                response,
                language);
    }
}
