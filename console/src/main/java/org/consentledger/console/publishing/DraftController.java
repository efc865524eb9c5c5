package org.consentledger.console.publishing;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.consentledger.console.platform.Address;
import org.consentledger.console.platform.Api;
import org.consentledger.console.platform.ApiDeclined;
import org.consentledger.console.platform.Terms;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A draft: its text in a form, and beside it what the text amounts to. */
@Controller
@RequestMapping("/console/publisher/{termsId}/drafts/{number}")
class DraftController {
    private final Api api;
    private final Terms terms;

    DraftController(Api api, Terms terms) {
        this.api = api;
        this.terms = terms;
    }

    /** What the command side makes of a draft. */
    private record Drafted(List<Draft.Remark> warnings) {}

    @GetMapping
    String page(@PathVariable String termsId, @PathVariable int number, Model page, Locale language) {
        page.addAttribute("choice", terms.choice(termsId, language));
        page.addAttribute("number", number);
        try {
            page.addAttribute("draft", draft(termsId, number, language));
        } catch (ApiDeclined declined) {
            if (!declined.status().isSameCodeAs(HttpStatus.NOT_FOUND)) {
                throw declined;
            }
            page.addAttribute("draft", null);
        }
        return "publishing/draft";
    }

    /** The purposes stay those of the draft; a new one begins with those of the edition before it. */
    @PostMapping
    String save(
            @PathVariable String termsId,
            @PathVariable int number,
            DraftForm form,
            RedirectAttributes next,
            Model page,
            Locale language) {
        try {
            var editions = Editions.of(api, termsId, language);
            if (editions.items().stream().anyMatch(edition -> edition.number() == number)) {
                var before = draft(termsId, number, language);
                return put(termsId, number, Draft.body(form, before.purposes(), before.matches()), next, language);
            }
            var purposes = editions.publishedBefore(number)
                    .map(last -> draft(termsId, last.number(), language).purposes().stream()
                            .map(Draft.Purpose::unchanged)
                            .toList())
                    .orElse(List.of());
            return put(termsId, number, Draft.body(form, purposes, List.of()), next, language);
        } catch (ApiDeclined declined) {
            page.addAttribute("problem", declined.problemOfInput());
            page.addAttribute("typed", form);
            return page(termsId, number, page, language);
        }
    }

    @PostMapping("/purposes")
    String state(
            @PathVariable String termsId,
            @PathVariable int number,
            StatedPurpose stated,
            RedirectAttributes next,
            Locale language) {
        var draft = draft(termsId, number, language);
        return put(termsId, number, draft.body(draft.with(stated.purpose())), next, language);
    }

    @PostMapping("/purposes/removal")
    String remove(
            @PathVariable String termsId,
            @PathVariable int number,
            @RequestParam String purposeId,
            RedirectAttributes next,
            Locale language) {
        var draft = draft(termsId, number, language);
        return put(termsId, number, draft.body(draft.without(purposeId)), next, language);
    }

    private String put(String termsId, int number, Map<String, Object> body, RedirectAttributes next, Locale language) {
        var drafted = api.replace(edition(termsId, number), body, Drafted.class, language);
        next.addFlashAttribute("remarks", drafted.warnings());
        next.addFlashAttribute("saved", true);
        return "redirect:/console/publisher/{termsId}/drafts/{number}";
    }

    private Draft draft(String termsId, int number, Locale language) {
        return api.ask(edition(termsId, number), Draft.class, language);
    }

    private static Address edition(String termsId, int number) {
        return Address.of("terms", termsId, "editions", Integer.toString(number));
    }
}
