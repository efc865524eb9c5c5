package org.consentledger.console.publishing;

import java.util.Locale;
import org.consentledger.console.platform.ApiDeclined;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** States a purpose at a provision of a draft, or takes one away; the draft's form comes along, and is saved with it. */
@Controller
@RequestMapping("/console/publisher/{termsId}/drafts/{number}/purposes")
class PurposeController {
    private static final String DRAFT = "redirect:/console/publisher/{termsId}/drafts/{number}";

    private final Drafts drafts;

    PurposeController(Drafts drafts) {
        this.drafts = drafts;
    }

    @PostMapping
    String state(
            @PathVariable String termsId,
            @PathVariable int number,
            DraftForm form,
            StatedPurpose stated,
            RedirectAttributes next,
            Model page,
            Locale language) {
        form.whole();
        stated.whole();
        try {
            var draft = drafts.draft(termsId, number, language);
            var purposes = draft.with(stated.purpose(draft));
            drafts.put(termsId, number, Draft.body(form, purposes, draft.matches()), next, language);
            return DRAFT;
        } catch (ApiDeclined declined) {
            return drafts.again(termsId, number, declined, form, stated, page, language);
        }
    }

    @PostMapping("/removal")
    String remove(
            @PathVariable String termsId,
            @PathVariable int number,
            @RequestParam String removed,
            DraftForm form,
            StatedPurpose stating,
            RedirectAttributes next,
            Model page,
            Locale language) {
        form.whole();
        var kept = stating.isBegun() ? stating : null;
        try {
            var draft = drafts.draft(termsId, number, language);
            drafts.put(termsId, number, Draft.body(form, draft.without(removed), draft.matches()), next, language);
        } catch (ApiDeclined declined) {
            return drafts.again(termsId, number, declined, form, kept, page, language);
        }
        if (kept != null) {
            next.addFlashAttribute(Drafts.STATING, kept);
        }
        return DRAFT;
    }
}
