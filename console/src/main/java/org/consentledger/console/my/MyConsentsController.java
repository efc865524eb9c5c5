package org.consentledger.console.my;

import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.consentledger.console.platform.Address;
import org.consentledger.console.platform.Api;
import org.consentledger.console.platform.Clock;
import org.consentledger.console.platform.OpenTo;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A customer's own page. His token opens nothing else, the registers of terms included, so its terms are named to it. */
@Controller
@OpenTo("consent.self")
class MyConsentsController {
    /** That of the customers whom the pages are for; their token does not show the terms' own. */
    private static final ZoneId ZONE = ZoneId.of("Asia/Tokyo");

    private final Api api;
    private final @Nullable String usualTerms;

    /** @param usualTerms of customers who come without naming any */
    MyConsentsController(Api api, @Value("${ledger.console.terms:#{null}}") @Nullable String usualTerms) {
        this.api = api;
        this.usualTerms = usualTerms;
    }

    @GetMapping("/console/my")
    String consents(
            @RequestParam(required = false) @Nullable String terms, Authentication me, Model page, Locale language) {
        var termsId = terms == null || terms.isBlank() ? usualTerms : terms.strip();
        if (termsId != null) {
            page.addAttribute(
                    "mine",
                    api.ask(
                            Address.of("customers", me.getName(), "standing").with("termsId", termsId),
                            MyStanding.class,
                            language));
            page.addAttribute("once", UUID.randomUUID());
        }
        page.addAttribute("times", new Clock(ZONE, language));
        return "my";
    }

    @PostMapping("/console/my/withdrawal")
    String withdraw(
            @RequestParam String terms,
            @RequestParam String purpose,
            @RequestParam UUID once,
            Authentication me,
            RedirectAttributes next,
            Locale language) {
        api.tell(
                Address.of("customers", me.getName(), "consents"),
                Map.of(
                        "termsId",
                        terms,
                        "purposeId",
                        purpose,
                        "decision",
                        "WITHDRAWN",
                        "channel",
                        "WEB",
                        "actor",
                        Map.of("kind", "SELF")),
                once,
                Map.class,
                language);
        next.addAttribute("terms", terms);
        next.addFlashAttribute("withdrawn", true);
        return "redirect:/console/my";
    }
}
