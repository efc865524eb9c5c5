package org.consentledger.console.signup;

import jakarta.servlet.http.HttpSession;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.consentledger.console.platform.Address;
import org.consentledger.console.platform.Api;
import org.consentledger.console.platform.ApiDeclined;
import org.consentledger.console.platform.OpenTo;
import org.consentledger.console.platform.Who;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;

/** Takes the answer to the terms that were shown, and hands out the receipt. */
@Controller
@OpenTo("consent.write")
class AnswerController {
    /** After which the terms in force are shown again: what is missing can be said, what was overtaken answered anew. */
    private static final Set<Integer> ANSWERED_ANEW = Set.of(400, 409, 422);

    private final Api api;
    private final SignUpController pages;

    AnswerController(Api api, SignUpController pages) {
        this.api = api;
        this.pages = pages;
    }

    /**
     * Records the answer, once for each form however often it is sent.
     *
     * @param fields the choices among them, each only where the customer made it
     */
    @PostMapping("/console/signup/answer")
    String answer(
            @RequestParam String customer,
            @RequestParam("terms") String termsId,
            @RequestParam(required = false) @Nullable String agreed,
            @RequestParam String presentation,
            @RequestParam UUID once,
            @ModelAttribute("said") Answer answer,
            @RequestParam Map<String, String> fields,
            @RequestHeader(name = HttpHeaders.USER_AGENT, required = false) @Nullable String userAgent,
            HttpSession session,
            Model page,
            Locale language) {
        var choices = Answer.choices(fields);
        page.addAttribute("chosen", choices);
        if (!answer.isOne()) {
            page.addAttribute("again", "NO_ANSWER");
            return pages.show(customer, termsId, agreed, page, language);
        }
        boolean onBehalf = page.getAttribute("who") instanceof Who who && who.may("consent.onbehalf");
        try {
            var record = api.tell(
                    Address.of("customers", customer, answer.isAcceptance() ? "acceptances" : "refusals"),
                    answer.body(presentation, choices, onBehalf, userAgent),
                    once,
                    Recorded.class,
                    language);
            session.setAttribute(Receipt.KEPT, new Receipt(record, answer.isAcceptance()));
            return "redirect:/console/signup/receipt";
        } catch (ApiDeclined declined) {
            if (!ANSWERED_ANEW.contains(declined.status().value())) {
                throw declined;
            }
            // The key is that of the form, which was sent before with the other answer.
            if (declined.is("IDEMPOTENCY_KEY_REUSED")) {
                page.addAttribute("again", "ANSWERED_BEFORE");
            } else {
                page.addAttribute("problem", declined.problem());
                page.addAttribute("again", "NOTHING_RECORDED");
            }
            return pages.show(customer, termsId, agreed, page, language);
        }
    }
}
