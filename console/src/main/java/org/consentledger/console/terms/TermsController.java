package org.consentledger.console.terms;

import java.util.Locale;
import org.consentledger.console.platform.Address;
import org.consentledger.console.platform.Api;
import org.consentledger.console.platform.Clock;
import org.consentledger.console.platform.Comparison;
import org.consentledger.console.platform.Terms;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The editions of terms, and any two of them beside each other. */
@Controller
class TermsController {
    private final Api api;
    private final Terms terms;

    TermsController(Api api, Terms terms) {
        this.api = api;
        this.terms = terms;
    }

    @GetMapping("/console/terms")
    String register(
            @RequestParam(name = "terms", required = false) @Nullable String termsId, Model page, Locale language) {
        var choice = terms.choice(termsId, language);
        page.addAttribute("choice", choice);
        page.addAttribute("times", new Clock(choice.zone(), language));
        if (choice.chosen() != null) {
            page.addAttribute("editions", Register.of(api, choice.chosen().termsId(), language));
        }
        return "terms";
    }

    /** @param older the older edition, as the column beside the newer one */
    @GetMapping("/console/terms/{termsId}/comparison")
    String comparison(
            @PathVariable String termsId,
            @RequestParam("old") String older,
            @RequestParam("new") String newer,
            Model page,
            Locale language) {
        page.addAttribute("choice", terms.choice(termsId, language));
        page.addAttribute(
                "changes",
                api.ask(Address.of("terms", termsId, "comparisons", older, newer), Comparison.class, language)
                        .changes());
        page.addAttribute("older", older);
        page.addAttribute("newer", newer);
        return "comparison";
    }
}
