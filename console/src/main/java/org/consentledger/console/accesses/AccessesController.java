package org.consentledger.console.accesses;

import java.time.ZoneId;
import java.util.Locale;
import org.consentledger.console.platform.Address;
import org.consentledger.console.platform.Api;
import org.consentledger.console.platform.ApiDeclined;
import org.consentledger.console.platform.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Who looked; a page of its own, since this look is recorded as well. */
@Controller
class AccessesController {
    private static final ZoneId ZONE = ZoneId.of("Asia/Tokyo");
    private static final String MOST = "100";

    private final Api api;

    AccessesController(Api api) {
        this.api = api;
    }

    @GetMapping("/console/accesses")
    String page(
            @RequestParam(required = false) @Nullable String customer,
            @RequestParam(required = false) @Nullable String cursor,
            Model page,
            Locale language) {
        page.addAttribute("customer", customer == null ? "" : customer.strip());
        page.addAttribute("times", new Clock(ZONE, language));
        if (customer != null && !customer.isBlank()) {
            var address = Address.of("customers", customer.strip(), "accesses")
                    .with("limit", MOST)
                    .with("cursor", cursor);
            try {
                page.addAttribute("accesses", api.ask(address, Accesses.class, language));
            } catch (ApiDeclined declined) {
                page.addAttribute("problem", declined.problemOfInput());
            }
        }
        return "accesses";
    }
}
