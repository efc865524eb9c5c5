package org.consentledger.console.operator;

import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import org.consentledger.console.platform.Address;
import org.consentledger.console.platform.Api;
import org.consentledger.console.platform.ApiDeclined;
import org.consentledger.console.platform.Clock;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The projections with what they lag behind, their rebuilding, and the events that they could not handle. */
@Controller
class OperatorController {
    private static final ZoneId ZONE = ZoneId.of("Asia/Tokyo");

    private final Api api;

    OperatorController(Api api) {
        this.api = api;
    }

    @GetMapping("/console/operator")
    String page(Model page, Locale language) {
        page.addAttribute("state", state(language));
        page.addAttribute("letters", api.ask(Address.ofOperation("deadletters"), Letters.class, language));
        page.addAttribute("times", new Clock(ZONE, language));
        return "operator/projections";
    }

    /** The table alone, which the page asks for again and again. */
    @GetMapping("/console/operator/projections")
    String table(Model page, Locale language) {
        page.addAttribute("state", state(language));
        return "operator/table :: projections";
    }

    @PostMapping("/console/operator/rebuild")
    String rebuild(@RequestParam String projection, Locale language) {
        api.inquire(Address.ofOperation("projections", projection), Map.of(), Map.class, language);
        return "redirect:/console/operator";
    }

    /** The rebuilding may have ended while the page was read. */
    @PostMapping("/console/operator/call-off")
    String callOff(@RequestParam String projection, RedirectAttributes next, Locale language) {
        try {
            api.inquire(Address.ofOperation("projections", projection), Map.of("callOff", true), Map.class, language);
        } catch (ApiDeclined declined) {
            if (!declined.status().isSameCodeAs(HttpStatus.CONFLICT)) {
                throw declined;
            }
            next.addFlashAttribute("notUnderWay", projection);
        }
        return "redirect:/console/operator";
    }

    private Projections state(Locale language) {
        return api.ask(Address.ofOperation("projections"), Projections.class, language);
    }
}
