package org.consentledger.console.privacy;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.consentledger.console.platform.Address;
import org.consentledger.console.platform.Api;
import org.consentledger.console.platform.ApiDeclined;
import org.consentledger.console.platform.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The privacy desk: requests with what is to be done next, and provisions to third parties. */
@Controller
class PrivacyController {
    private static final String MOST = "100";

    private final Api api;

    PrivacyController(Api api) {
        this.api = api;
    }

    @GetMapping("/console/privacy")
    String page(
            @RequestParam(required = false) @Nullable String customer, PartsShown shown, Model page, Locale language) {
        page.addAttribute("shown", shown);
        page.addAttribute("customer", customer == null ? "" : customer.strip());
        page.addAttribute("times", new Clock(Desk.ZONE, language));
        page.addAttribute("once", UUID.randomUUID());
        if (customer != null && !customer.isBlank()) {
            try {
                var id = customer.strip();
                page.addAttribute(
                        "requests", api.ask(part(id, "requests", shown.requestsAfter()), Requests.class, language));
                page.addAttribute(
                        "provisions",
                        api.ask(part(id, "provisions", shown.provisionsAfter()), Provisions.class, language));
            } catch (ApiDeclined declined) {
                page.addAttribute("problem", declined.problemOfInput());
            }
        }
        return "privacy/requests";
    }

    private static Address part(String customer, String list, @Nullable String after) {
        return Address.of("customers", customer, list).with("limit", MOST).with("cursor", after);
    }

    @PostMapping("/console/privacy/requests")
    String receive(
            @RequestParam String customer,
            @RequestParam String kind,
            @RequestParam(required = false) @Nullable String details,
            @RequestParam UUID once,
            PartsShown shown,
            RedirectAttributes next,
            Model page,
            Locale language) {
        var body = new LinkedHashMap<String, Object>(Map.of("kind", kind));
        if (details != null && !details.isBlank()) {
            body.put("details", details.strip());
        }
        return tell(
                Address.of("customers", customer.strip(), "requests"),
                body,
                customer,
                once,
                shown,
                next,
                page,
                language);
    }

    @PostMapping("/console/privacy/steps")
    String take(
            @RequestParam String customer,
            @RequestParam String request,
            Step step,
            @RequestParam UUID once,
            PartsShown shown,
            RedirectAttributes next,
            Model page,
            Locale language) {
        var address = Address.of("customers", customer, "requests", request, step.address());
        return tell(address, step.body(), customer, once, shown, next, page, language);
    }

    private String tell(
            Address address,
            Map<String, Object> body,
            String customer,
            UUID once,
            PartsShown shown,
            RedirectAttributes next,
            Model page,
            Locale language) {
        try {
            api.tell(address, body, once, Map.class, language);
        } catch (ApiDeclined declined) {
            var problem = declined.problemOfInput();
            page(customer, shown, page, language);
            page.addAttribute("problem", problem);
            return "privacy/requests";
        }
        next.addAttribute("customer", customer.strip());
        if (shown.requestsAfter() != null && !shown.requestsAfter().isBlank()) {
            next.addAttribute("requestsAfter", shown.requestsAfter());
        }
        return "redirect:/console/privacy";
    }
}
