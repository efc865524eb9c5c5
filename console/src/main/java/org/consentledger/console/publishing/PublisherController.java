package org.consentledger.console.publishing;

import java.util.Locale;
import java.util.Map;
import org.consentledger.console.platform.Address;
import org.consentledger.console.platform.Api;
import org.consentledger.console.platform.ApiDeclined;
import org.consentledger.console.platform.Clock;
import org.consentledger.console.platform.Terms;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Where authors and publishers begin: terms, their editions and drafts, and new ones of either. */
@Controller
class PublisherController {
    private final Api api;
    private final Terms terms;

    PublisherController(Api api, Terms terms) {
        this.api = api;
        this.terms = terms;
    }

    @GetMapping("/console/publisher")
    String page(@RequestParam(name = "terms", required = false) @Nullable String termsId, Model page, Locale language) {
        var choice = terms.choice(termsId, language);
        page.addAttribute("choice", choice);
        page.addAttribute("times", new Clock(choice.zone(), language));
        if (choice.chosen() != null) {
            page.addAttribute("editions", Editions.of(api, choice.chosen().termsId(), language));
        }
        return "publishing/editions";
    }

    @PostMapping("/console/publisher/terms")
    String register(
            @RequestParam String termsId,
            @RequestParam String title,
            @RequestParam String provider,
            RedirectAttributes next,
            Model page,
            Locale language) {
        try {
            api.tell(
                    Address.of("terms"),
                    Map.of(
                            "termsId", termsId.strip(),
                            "title", title.strip(),
                            "provider", provider.strip(),
                            "timeZone", "Asia/Tokyo",
                            "language", "ja"),
                    null,
                    Map.class,
                    language);
        } catch (ApiDeclined declined) {
            page.addAttribute("problem", declined.problemOfInput());
            return page(null, page, language);
        }
        next.addAttribute("terms", termsId.strip());
        return "redirect:/console/publisher";
    }

    /** A file as the text of a draft, with what was left out: for the form's script, which has read the file. */
    @PostMapping(path = "/console/publisher/texts", produces = MediaType.APPLICATION_JSON_VALUE)
    @ResponseBody
    Object text(@RequestHeader("Content-Type") String mediaType, @RequestBody byte[] file, Locale language) {
        return api.hand(Address.of("terms", "texts"), mediaType, file, Map.class, language);
    }
}
