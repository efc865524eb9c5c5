package org.consentledger.console.privacy;

import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.consentledger.console.platform.Address;
import org.consentledger.console.platform.Api;
import org.consentledger.console.platform.ApiDeclined;
import org.consentledger.console.platform.Clock;
import org.consentledger.console.platform.OpenTo;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Erasure of a customer's personal data: one asks for it, another approves of it, and until then nothing is erased. */
@Controller
@OpenTo("erase")
class ErasureController {
    private static final String MOST = "100";

    private final Api api;

    ErasureController(Api api) {
        this.api = api;
    }

    record Requested(String erasureId) {}

    /** @param finalBy when the last backup that could undo it is worth nothing at the latest, UTC */
    record Erased(@Nullable Instant finalBy) {}

    /** @param cursor where the legal holds go on, as the page before it told */
    @GetMapping("/console/erasure")
    String page(
            @RequestParam(required = false) @Nullable String customer,
            @RequestParam(required = false) @Nullable String cursor,
            Model page,
            Locale language) {
        page.addAttribute("customer", customer == null ? "" : customer.strip());
        page.addAttribute("times", new Clock(Desk.ZONE, language));
        page.addAttribute("once", UUID.randomUUID());
        if (customer != null && !customer.isBlank()) {
            try {
                var holds = Address.of("customers", customer.strip(), "legal-holds")
                        .with("limit", MOST)
                        .with("cursor", cursor);
                var waiting = Address.of("erasures")
                        .with("customerId", customer.strip())
                        .with("state", "WAITING")
                        .with("limit", MOST);
                page.mergeAttributes(Map.of(
                        "holds", api.ask(holds, Holds.class, language),
                        "waiting", api.ask(waiting, Erasures.class, language).items()));
            } catch (ApiDeclined declined) {
                page.addAttribute("problem", declined.problemOfInput());
            }
        }
        return "privacy/erasure";
    }

    @PostMapping("/console/erasure/request")
    String request(
            @RequestParam String customer,
            @RequestParam String reason,
            @RequestParam UUID once,
            Model page,
            Locale language) {
        var id = customer.strip();
        try {
            var address = Address.of("customers", id, "erasure");
            page.addAttribute(
                    "requested", api.tell(address, Map.of("reason", reason.strip()), once, Requested.class, language));
        } catch (ApiDeclined declined) {
            page.addAttribute("problem", declined.problemOfInput());
        }
        return page(id, null, page, language);
    }

    @PostMapping("/console/erasure/approval")
    String approve(
            @RequestParam String customer,
            @RequestParam String erasure,
            @RequestParam UUID once,
            Model page,
            Locale language) {
        var id = customer.strip();
        try {
            var address = Address.of("customers", id, "erasure", erasure.strip(), "approval");
            page.addAttribute("erased", api.tell(address, Map.of(), once, Erased.class, language));
        } catch (ApiDeclined declined) {
            page.addAttribute("problem", declined.problemOfInput());
        }
        return page(id, null, page, language);
    }
}
