package org.consentledger.console.privacy;

import java.util.Locale;
import org.consentledger.console.platform.Address;
import org.consentledger.console.platform.Api;
import org.consentledger.console.platform.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Which erasures wait for approval, of whomever: who approves is told no customer's id. */
@Controller
class ErasuresController {
    private static final String MOST = "100";

    private final Api api;

    ErasuresController(Api api) {
        this.api = api;
    }

    /** @param all whether also those are shown that wait no longer */
    @GetMapping("/console/erasures")
    String page(
            @RequestParam(required = false) @Nullable String all,
            @RequestParam(required = false) @Nullable String cursor,
            Model page,
            Locale language) {
        page.addAttribute("all", all != null);
        page.addAttribute("customer", "");
        page.addAttribute("times", new Clock(Desk.ZONE, language));
        var address = Address.of("erasures")
                .with("state", all == null ? "WAITING" : null)
                .with("limit", MOST)
                .with("cursor", cursor);
        page.addAttribute("erasures", api.ask(address, Erasures.class, language));
        return "privacy/erasures";
    }
}
