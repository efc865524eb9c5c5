package org.consentledger.console.holds;

import java.time.ZoneId;
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

/** A customer's legal holds: seen, placed and released. */
@Controller
class HoldsController {
    private static final ZoneId ZONE = ZoneId.of("Asia/Tokyo");
    private static final String MOST = "100";

    private final Api api;

    HoldsController(Api api) {
        this.api = api;
    }

    @GetMapping("/console/holds")
    String page(
            @RequestParam(required = false) @Nullable String customer,
            @RequestParam(required = false) @Nullable String cursor,
            Model page,
            Locale language) {
        page.addAttribute("customer", customer == null ? "" : customer.strip());
        page.addAttribute("times", new Clock(ZONE, language));
        page.addAttribute("once", UUID.randomUUID());
        if (customer != null && !customer.isBlank()) {
            try {
                var address = holds(customer).with("limit", MOST).with("cursor", cursor);
                page.addAttribute("holds", api.ask(address, Holds.class, language));
            } catch (ApiDeclined declined) {
                page.addAttribute("problem", declined.problemOfInput());
            }
        }
        return "holds";
    }

    @PostMapping("/console/holds")
    String place(
            @RequestParam String customer,
            @RequestParam String matter,
            @RequestParam String reason,
            @RequestParam UUID once,
            RedirectAttributes next,
            Model page,
            Locale language) {
        var body = Map.of("matter", matter.strip(), "reason", plain(reason));
        return told("placed", holds(customer), body, customer, once, next, page, language);
    }

    @PostMapping("/console/holds/release")
    String release(
            @RequestParam String customer,
            @RequestParam String hold,
            @RequestParam String reason,
            @RequestParam UUID once,
            RedirectAttributes next,
            Model page,
            Locale language) {
        var address = holds(customer).then(hold).then("release");
        return told("released", address, Map.of("reason", plain(reason)), customer, once, next, page, language);
    }

    private static Address holds(String customer) {
        return Address.of("customers", customer.strip(), "legal-holds");
    }

    /** Forms send the ends of lines as CR LF. */
    private static String plain(String text) {
        return text.strip().replace("\r\n", "\n");
    }

    private String told(
            String done,
            Address address,
            Map<String, String> body,
            String customer,
            UUID once,
            RedirectAttributes next,
            Model page,
            Locale language) {
        try {
            api.tell(address, body, once, Map.class, language);
        } catch (ApiDeclined declined) {
            page(customer, null, page, language);
            page.addAttribute("problem", declined.problemOfInput());
            return "holds";
        }
        next.addAttribute("customer", customer.strip());
        next.addFlashAttribute("done", done);
        return "redirect:/console/holds";
    }
}
