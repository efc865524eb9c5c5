package org.consentledger.console.operator;

import java.util.Locale;
import java.util.Map;
import org.consentledger.console.platform.Address;
import org.consentledger.console.platform.Api;
import org.consentledger.console.platform.ApiDeclined;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What an operator has done about dead letters; the page of the projections shows them. */
@Controller
class LettersController {
    private static final String PAGE = "redirect:/console/operator";

    private final Api api;

    LettersController(Api api) {
        this.api = api;
    }

    /** Tries the events of a customer again, in their order. */
    @PostMapping("/console/operator/retry")
    String retry(
            @RequestParam String projection, @RequestParam String customer, RedirectAttributes next, Locale language) {
        var retried = api.inquire(
                Address.ofOperation("deadletters", projection),
                Map.of("customerId", customer),
                Retried.class,
                language);
        next.addFlashAttribute("retried", retried);
        return PAGE;
    }

    record Retried(int handled, long waiting) {}

    /** Has answers go on without an event; the reason is a reference and nothing else. */
    @PostMapping("/console/operator/discard")
    String discard(
            @RequestParam String projection,
            @RequestParam String event,
            @RequestParam String because,
            RedirectAttributes next,
            Locale language) {
        try {
            api.inquire(
                    Address.ofOperation("deadletters", projection, event),
                    Map.of("discardBecause", because.strip()),
                    Map.class,
                    language);
            next.addFlashAttribute("discarded", true);
        } catch (ApiDeclined declined) {
            next.addFlashAttribute("problem", declined.problemOfInput());
        }
        return PAGE;
    }
}
