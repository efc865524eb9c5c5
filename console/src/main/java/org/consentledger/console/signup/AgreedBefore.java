package org.consentledger.console.signup;

import java.util.Locale;
import org.consentledger.console.platform.Address;
import org.consentledger.console.platform.Api;
import org.consentledger.console.platform.ApiDeclined;
import org.consentledger.console.platform.Comparison;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** What changed since the edition that a customer agreed to before. */
@Component
class AgreedBefore {
    private static final String DRAFT = "DRAFT";

    private final Api api;

    AgreedBefore(Api api) {
        this.api = api;
    }

    record Edition(String state) {}

    /** Where nobody can have agreed to it, the page says so and shows the terms all the same. */
    void compare(String agreed, Presentation shown, Model page, Locale language) {
        try {
            var edition = Address.of("terms", shown.termsId(), "editions", agreed);
            if (api.ask(edition, Edition.class, language).state().equals(DRAFT)) {
                page.addAttribute("agreedUnknown", true);
                return;
            }
            var comparison =
                    Address.of("terms", shown.termsId(), "comparisons", agreed, Integer.toString(shown.edition()));
            page.addAttribute(
                    "changes", api.ask(comparison, Comparison.class, language).changes());
        } catch (ApiDeclined declined) {
            declined.problemOfInput();
            page.addAttribute("agreedUnknown", true);
        }
    }
}
