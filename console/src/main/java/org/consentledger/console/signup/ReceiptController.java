package org.consentledger.console.signup;

import java.util.Locale;
import org.consentledger.console.platform.Clock;
import org.consentledger.console.platform.Terms;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.SessionAttribute;

/** Shows the receipt, as often as it is asked for, in either language. */
@Controller
class ReceiptController {
    private final Terms terms;

    ReceiptController(Terms terms) {
        this.terms = terms;
    }

    @GetMapping("/console/signup/receipt")
    String page(
            @SessionAttribute(name = Receipt.KEPT, required = false) @Nullable Receipt receipt,
            Model page,
            Locale language) {
        if (receipt == null) {
            return "redirect:/console/signup";
        }
        var choice = terms.choice(receipt.record().termsId(), language);
        page.addAttribute("record", receipt.record());
        page.addAttribute("accepted", receipt.accepted());
        page.addAttribute("choice", choice);
        page.addAttribute("times", new Clock(choice.zone(), language));
        return "signup/receipt";
    }
}
