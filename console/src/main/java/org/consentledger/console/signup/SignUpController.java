package org.consentledger.console.signup;

import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.consentledger.console.platform.Address;
import org.consentledger.console.platform.Api;
import org.consentledger.console.platform.OpenTo;
import org.consentledger.console.platform.Terms;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Shows the terms in force to a customer. */
@Controller
@OpenTo("consent.write")
class SignUpController {
    /** As the contract has it: nobody reads the terms under an id that no answer could be recorded for. */
    private static final Pattern CUSTOMER = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._:-]{0,127}");

    private final Api api;
    private final Terms terms;
    private final AgreedBefore agreedBefore;

    SignUpController(Api api, Terms terms, AgreedBefore agreedBefore) {
        this.api = api;
        this.terms = terms;
        this.agreedBefore = agreedBefore;
    }

    /** Whom the sample plays, which a real sign-up flow knows. */
    @GetMapping("/console/signup")
    String whom(Model page, Locale language) {
        return whom(null, page, language);
    }

    private String whom(@Nullable String termsId, Model page, Locale language) {
        page.addAttribute("choice", terms.choice(termsId, language));
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
        page.addAttribute("customer", customer.strip());
        page.addAttribute("agreed", agreed);
        if (!CUSTOMER.matcher(customer.strip()).matches()) {
            page.addAttribute("customerDeclined", true);
            return whom(termsId, page, language);
        }
        var shown =
                api.tell(Address.of("terms", termsId, "presentations"), Map.of(), null, Presentation.class, language);
        page.addAttribute("shown", shown);
        page.addAttribute("once", UUID.randomUUID());
        page.addAttribute("choice", terms.choice(termsId, language));
        if (agreed != null && !agreed.isBlank() && !agreed.strip().equals(Integer.toString(shown.edition()))) {
            agreedBefore.compare(agreed.strip(), shown, page, language);
        }
        return "signup/terms";
    }
}
