package org.consentledger.console.platform;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.servlet.view.RedirectView;

/** Takes the reason that a page asks for, and leads back to it. */
@Controller
class WhyHereController {
    @PostMapping("/console/reason")
    RedirectView state(@RequestParam String reason, HttpServletRequest request, RedirectAttributes next) {
        if (WhyHere.isTaken(reason)) {
            WhyHere.state(request, reason);
        } else {
            next.addFlashAttribute("reasonDeclined", reason);
        }
        var view = new RedirectView(Here.of(request));
        view.setExpandUriTemplateVariables(false);
        view.setExposeModelAttributes(false);
        return view;
    }
}
