package org.consentledger.console.publishing;

import java.util.List;
import java.util.Locale;
import org.consentledger.console.platform.ApiDeclined;
import org.consentledger.console.platform.OpenTo;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A draft: its text in a form, and beside it what the text amounts to. */
@Controller
@OpenTo({"terms.draft", "terms.publish"})
@RequestMapping("/console/publisher/{termsId}/drafts/{number}")
class DraftController {
    private final Drafts drafts;

    DraftController(Drafts drafts) {
        this.drafts = drafts;
    }

    @GetMapping
    String page(@PathVariable String termsId, @PathVariable int number, Opened opened, Model page, Locale language) {
        return drafts.show(termsId, number, opened, page, language);
    }

    /**
     * The purposes stay those of the draft; a new one begins with those of the edition before it. Whoever opens the form of
     * a purpose loses nothing of what he has typed into the draft, nor into the form of another.
     */
    @PostMapping
    String save(
            @PathVariable String termsId,
            @PathVariable int number,
            DraftForm form,
            StatedPurpose stating,
            Opened opened,
            RedirectAttributes next,
            Model page,
            Locale language) {
        form.whole();
        try {
            save(termsId, number, form, opened, next, language);
        } catch (ApiDeclined declined) {
            return drafts.again(termsId, number, declined, form, stating.isBegun() ? stating : null, page, language);
        }
        if (opened.at() != null) {
            next.addAttribute("at", opened.at());
            return "redirect:/console/publisher/{termsId}/drafts/{number}#stating";
        }
        if (opened.edit() != null) {
            next.addAttribute("edit", opened.edit());
            return "redirect:/console/publisher/{termsId}/drafts/{number}#stating";
        }
        if (stating.isBegun()) {
            next.addFlashAttribute(Drafts.STATING, stating);
        }
        return "redirect:/console/publisher/{termsId}/drafts/{number}";
    }

    private void save(
            String termsId, int number, DraftForm form, Opened opened, RedirectAttributes next, Locale language) {
        var editions = drafts.editions(termsId, language);
        if (editions.items().stream().anyMatch(edition -> edition.number() == number)) {
            var before = drafts.draft(termsId, number, language);
            if (!opened.isAnything() || !form.equals(before.form())) {
                drafts.put(termsId, number, Draft.body(form, before.purposes(), before.matches()), next, language);
            }
            return;
        }
        var purposes = editions.publishedBefore(number)
                .map(last -> purposesAfter(termsId, last, language))
                .orElse(List.of());
        drafts.put(termsId, number, Draft.body(form, purposes, List.of()), next, language);
    }

    private List<Draft.Purpose> purposesAfter(String termsId, Editions.Item last, Locale language) {
        return drafts.draft(termsId, last.number(), language).purposes().stream()
                .map(Draft.Purpose::unchanged)
                .toList();
    }
}
