package org.consentledger.console.publishing;

import java.util.Locale;
import java.util.Map;
import org.consentledger.console.platform.Address;
import org.consentledger.console.platform.Api;
import org.consentledger.console.platform.ApiDeclined;
import org.consentledger.console.platform.Clock;
import org.consentledger.console.platform.Comparison;
import org.consentledger.console.platform.Terms;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** What an edition changes, and for how many, before somebody else than its author publishes it, and after. */
@Controller
@RequestMapping("/console/publisher/{termsId}/editions/{number}")
class PublicationController {
    private static final String EDITION = "redirect:/console/publisher/{termsId}/editions/{number}";

    private final Api api;
    private final Terms terms;
    private final EffectOfDrafts effects;

    PublicationController(Api api, Terms terms, EffectOfDrafts effects) {
        this.api = api;
        this.terms = terms;
        this.effects = effects;
    }

    @GetMapping
    String page(@PathVariable String termsId, @PathVariable int number, Model page, Locale language) {
        var choice = terms.choice(termsId, language);
        var draft = api.ask(edition(termsId, number), Draft.class, language);
        var editions = Editions.of(api, termsId, language);
        var before = editions.publishedBefore(number).orElse(null);
        page.addAttribute("choice", choice);
        page.addAttribute("times", new Clock(choice.zone(), language));
        page.addAttribute("draft", draft);
        page.addAttribute("before", before);
        if (before != null) {
            var other = Integer.toString(before.number());
            var comparison = Address.of("terms", termsId, "comparisons", other, Integer.toString(number));
            page.addAttribute(
                    "changes", api.ask(comparison, Comparison.class, language).changes());
        }
        if (draft.isDraft()) {
            page.addAttribute("effect", effects.of(termsId, draft, editions, language));
        } else {
            showCoverage(termsId, number, page, language);
        }
        return "publishing/publication";
    }

    /** The chart alone, which a page asks for again and again while customers accept. */
    @GetMapping("/coverage")
    String coverage(@PathVariable String termsId, @PathVariable int number, Model page, Locale language) {
        showCoverage(termsId, number, page, language);
        return "publishing/coverage :: chart";
    }

    @PostMapping("/publication")
    String publish(@PathVariable String termsId, @PathVariable int number, Model page, Locale language) {
        try {
            tell(termsId, number, "publication", Map.of(), language);
            return EDITION;
        } catch (ApiDeclined declined) {
            page.addAttribute("problem", declined.problemOfInput());
            return page(termsId, number, page, language);
        }
    }

    /** However often it is sent, the command side records what says the same once. */
    @PostMapping("/notices")
    String announce(
            @PathVariable String termsId, @PathVariable int number, NoticeForm form, Model page, Locale language) {
        var notice = form.whole().body(terms.choice(termsId, language));
        try {
            tell(termsId, number, "notices", notice, language);
            return EDITION;
        } catch (ApiDeclined declined) {
            page.addAttribute("problem", declined.problemOfInput());
            page.addAttribute("typed", form);
            return page(termsId, number, page, language);
        }
    }

    private void tell(String termsId, int number, String what, Object body, Locale language) {
        api.tell(edition(termsId, number).then(what), body, null, Map.class, language);
    }

    private void showCoverage(String termsId, int number, Model page, Locale language) {
        var coverage = effects.coverage(termsId, number, language);
        page.addAttribute("coverage", CoverageChart.of(coverage.counts()));
    }

    private static Address edition(String termsId, int number) {
        return Address.of("terms", termsId, "editions", Integer.toString(number));
    }
}
