package org.consentledger.console.publishing;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.consentledger.console.platform.Address;
import org.consentledger.console.platform.Api;
import org.consentledger.console.platform.ApiDeclined;
import org.consentledger.console.platform.Clock;
import org.consentledger.console.platform.Comparison;
import org.consentledger.console.platform.Terms;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What an edition changes, and for how many, before somebody else than its author publishes it, and after. */
@Controller
@RequestMapping("/console/publisher/{termsId}/editions/{number}")
class PublicationController {
    private final Api api;
    private final Terms terms;

    PublicationController(Api api, Terms terms) {
        this.api = api;
        this.terms = terms;
    }

    @GetMapping
    String page(@PathVariable String termsId, @PathVariable int number, Model page, Locale language) {
        var choice = terms.choice(termsId, language);
        var draft = api.ask(edition(termsId, number), Draft.class, language);
        var before = Editions.of(api, termsId, language).publishedBefore(number).orElse(null);
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
            var coverage = before == null ? Effect.Coverage.NONE : coverage(termsId, before.number(), language);
            page.addAttribute("effect", Effect.of(draft, before == null ? null : before.label(), coverage));
        } else {
            page.addAttribute(
                    "coverage",
                    CoverageChart.of(coverage(termsId, number, language).counts()));
        }
        return "publishing/publication";
    }

    /** The chart alone, which a page asks for again and again while customers accept. */
    @GetMapping("/coverage")
    String coverage(@PathVariable String termsId, @PathVariable int number, Model page, Locale language) {
        page.addAttribute(
                "coverage", CoverageChart.of(coverage(termsId, number, language).counts()));
        return "publishing/coverage :: chart";
    }

    @PostMapping("/publication")
    String publish(@PathVariable String termsId, @PathVariable int number, Model page, Locale language) {
        return told(termsId, number, "publication", Map.of(), page, language);
    }

    @PostMapping("/notices")
    String announce(
            @PathVariable String termsId,
            @PathVariable int number,
            @RequestParam String channel,
            @RequestParam String postedAt,
            @RequestParam(required = false) @Nullable String url,
            Model page,
            Locale language) {
        var notice = new LinkedHashMap<String, Object>();
        notice.put("channel", channel);
        notice.put(
                "postedAt",
                Objects.requireNonNullElse(
                        Clock.asked(postedAt, terms.choice(termsId, language).zone()), ""));
        if (url != null && !url.isBlank()) {
            notice.put("url", url.strip());
        }
        return told(termsId, number, "notices", notice, page, language);
    }

    private String told(String termsId, int number, String what, Object body, Model page, Locale language) {
        try {
            api.tell(edition(termsId, number).then(what), body, null, Map.class, language);
            return "redirect:/console/publisher/{termsId}/editions/{number}";
        } catch (ApiDeclined declined) {
            page.addAttribute("problem", declined.problemOfInput());
            return page(termsId, number, page, language);
        }
    }

    private Effect.Coverage coverage(String termsId, int number, Locale language) {
        return api.ask(edition(termsId, number).then("coverage"), Effect.Coverage.class, language);
    }

    private static Address edition(String termsId, int number) {
        return Address.of("terms", termsId, "editions", Integer.toString(number));
    }
}
