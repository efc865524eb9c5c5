package org.consentledger.console.publishing;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.consentledger.console.platform.Address;
import org.consentledger.console.platform.Api;
import org.consentledger.console.platform.ApiDeclined;
import org.consentledger.console.platform.Terms;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The page of a draft, and the draft behind it. */
@Component
class Drafts {
    /** The purpose in the form that stands open at a provision. */
    static final String STATING = "stating";

    private final Api api;
    private final Terms terms;

    Drafts(Api api, Terms terms) {
        this.api = api;
        this.terms = terms;
    }

    /** What the command side makes of a draft. */
    private record Drafted(List<Draft.Remark> warnings) {}

    /** The page; without a draft where there is none of that number yet. */
    String show(String termsId, int number, Opened opened, Model page, Locale language) {
        page.addAttribute("choice", terms.choice(termsId, language));
        page.addAttribute("number", number);
        try {
            var draft = draft(termsId, number, language);
            page.addAttribute("draft", draft);
            if (!page.containsAttribute(STATING)) {
                page.addAttribute(STATING, opened.form(draft));
            }
        } catch (ApiDeclined declined) {
            if (!declined.is("EDITION_UNKNOWN")) {
                throw declined;
            }
            page.addAttribute("draft", null);
        }
        return "publishing/draft";
    }

    /** The page once more, with what was declined beside what it is about. */
    String again(
            String termsId,
            int number,
            ApiDeclined declined,
            DraftForm form,
            @Nullable StatedPurpose stating,
            Model page,
            Locale language) {
        var problem = declined.problemOfInput();
        boolean ofPurpose = stating != null
                && problem.pointer() != null
                && problem.pointer().startsWith("/purposes");
        page.addAttribute(ofPurpose ? "purposeProblem" : "problem", problem);
        page.addAttribute("typed", form);
        if (stating != null) {
            page.addAttribute(STATING, stating);
        }
        return show(termsId, number, Opened.NOTHING, page, language);
    }

    Draft draft(String termsId, int number, Locale language) {
        return api.ask(edition(termsId, number), Draft.class, language);
    }

    Editions editions(String termsId, Locale language) {
        return Editions.of(api, termsId, language);
    }

    /** Puts it in the place of what was there, and tells the next page what is odd about it. */
    void put(String termsId, int number, Map<String, Object> body, RedirectAttributes next, Locale language) {
        var drafted = api.replace(edition(termsId, number), body, Drafted.class, language);
        next.addFlashAttribute("remarks", drafted.warnings());
        next.addFlashAttribute("saved", true);
    }

    private static Address edition(String termsId, int number) {
        return Address.of("terms", termsId, "editions", Integer.toString(number));
    }
}
