package org.consentledger.console.terms;

import java.util.Locale;
import org.consentledger.console.platform.Address;
import org.consentledger.console.platform.Api;
import org.consentledger.console.platform.Clock;
import org.consentledger.console.platform.Terms;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The text of an edition, with the purposes of use beside the provisions that state them. */
@Controller
class EditionController {
    private final Api api;
    private final Terms terms;

    EditionController(Api api, Terms terms) {
        this.api = api;
        this.terms = terms;
    }

    @GetMapping("/console/terms/{termsId}/editions/{number}")
    String edition(@PathVariable String termsId, @PathVariable String number, Model page, Locale language) {
        var choice = terms.choice(termsId, language);
        page.addAttribute(
                "edition", api.ask(Address.of("terms", termsId, "editions", number), Edition.class, language));
        page.addAttribute("choice", choice);
        page.addAttribute("times", new Clock(choice.zone(), language));
        return "edition";
    }
}
