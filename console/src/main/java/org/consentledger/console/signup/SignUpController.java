package org.consentledger.console.signup;

import jakarta.servlet.http.HttpSession;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import org.consentledger.console.platform.Address;
import org.consentledger.console.platform.Api;
import org.consentledger.console.platform.ApiDeclined;
import org.consentledger.console.platform.Comparison;
import org.consentledger.console.platform.Terms;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Shows the terms in force, takes the customer's answer, and hands out the receipt. */
@Controller
class SignUpController {
    private static final String CHOICE = "choice-";

    private final Api api;
    private final Terms terms;

    SignUpController(Api api, Terms terms) {
        this.api = api;
        this.terms = terms;
    }

    /** Whom the sample plays, which a real sign-up flow knows. */
    @GetMapping("/console/signup")
    String whom(Model page, Locale language) {
        page.addAttribute("choice", terms.choice(null, language));
        return "signup/whom";
    }

    /** @param agreed the edition that the customer agreed to before, where the flow knows one */
    @GetMapping("/console/signup/terms")
    String show(
            @RequestParam String customer,
            @RequestParam("terms") String termsId,
            @RequestParam(required = false) @Nullable String agreed,
            Model page,
            Locale language) {
        var shown =
                api.tell(Address.of("terms", termsId, "presentations"), Map.of(), null, Presentation.class, language);
        page.addAttribute("shown", shown);
        page.addAttribute("customer", customer.strip());
        page.addAttribute("agreed", agreed);
        page.addAttribute("once", UUID.randomUUID());
        page.addAttribute("choice", terms.choice(termsId, language));
        if (agreed != null && !agreed.isBlank() && !agreed.strip().equals(Integer.toString(shown.edition()))) {
            page.addAttribute(
                    "changes",
                    api.ask(
                                    Address.of(
                                            "terms",
                                            termsId,
                                            "comparisons",
                                            agreed.strip(),
                                            Integer.toString(shown.edition())),
                                    Comparison.class,
                                    language)
                            .changes());
        }
        return "signup/terms";
    }

    /**
     * Records the answer, once for each form however often it is sent.
     *
     * @param answer {@code accept} or {@code refuse}
     * @param fields the choices among them, each only where the customer made it
     */
    @PostMapping("/console/signup/answer")
    String answer(
            @RequestParam String customer,
            @RequestParam String presentation,
            @RequestParam UUID once,
            @RequestParam String answer,
            @RequestParam Map<String, String> fields,
            HttpSession session,
            Model page,
            Locale language) {
        boolean accepted = answer.equals("accept");
        var body = new TreeMap<String, Object>(
                Map.of("presentation", presentation, "channel", "WEB", "actor", Map.of("kind", "SELF")));
        if (accepted) {
            body.put("decisions", choices(fields));
        }
        try {
            var record = api.tell(
                    Address.of("customers", customer, accepted ? "acceptances" : "refusals"),
                    body,
                    once,
                    Recorded.class,
                    language);
            session.setAttribute(Receipt.KEPT, new Receipt(record, accepted));
            return "redirect:/console/signup/receipt";
        } catch (ApiDeclined declined) {
            if (!declined.status().isSameCodeAs(HttpStatus.UNPROCESSABLE_CONTENT)) {
                throw declined;
            }
            return again(
                    declined,
                    Objects.requireNonNull(fields.get("terms")),
                    customer,
                    fields.get("agreed"),
                    page,
                    language);
        }
    }

    /** The terms once more, with what was missing. */
    private String again(
            ApiDeclined declined,
            String termsId,
            String customer,
            @Nullable String agreed,
            Model page,
            Locale language) {
        page.addAttribute("problem", declined.problem());
        return show(customer, termsId, agreed, page, language);
    }

    private static Map<String, String> choices(Map<String, String> fields) {
        var choices = new TreeMap<String, String>();
        fields.forEach((name, value) -> {
            if (name.startsWith(CHOICE)) {
                choices.put(name.substring(CHOICE.length()), value);
            }
        });
        return choices;
    }
}
