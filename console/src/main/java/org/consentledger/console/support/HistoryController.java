package org.consentledger.console.support;

import java.util.Locale;
import org.consentledger.console.platform.ApiDeclined;
import org.consentledger.console.platform.Clock;
import org.consentledger.console.platform.Terms;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The parts of a long history, one by one, from either end. */
@Controller
class HistoryController {
    private final Terms terms;
    private final ShownHistory history;

    HistoryController(Terms terms, ShownHistory history) {
        this.terms = terms;
        this.history = history;
    }

    @GetMapping("/console/support/history")
    String page(Asked asked, HistoryPage part, Model page, Locale language) {
        var choice = terms.choice(asked.terms(), language);
        page.addAttribute("choice", choice);
        page.addAttribute("times", new Clock(choice.zone(), language));
        page.addAttribute("asked", asked);
        if (asked.hasCustomer() && choice.chosen() != null) {
            try {
                history.show(asked, part, choice, page, language);
            } catch (ApiDeclined declined) {
                page.addAttribute("problem", declined.problemOfInput());
            }
        }
        return "history";
    }
}
