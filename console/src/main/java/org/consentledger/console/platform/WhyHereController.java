package org.consentledger.console.platform;

import jakarta.servlet.http.HttpServletRequest;
import java.util.regex.Pattern;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.view.RedirectView;

/** Takes the reason that a page asks for, and leads back to it. */
@Controller
class WhyHereController {
    /** A page of ours, and no other site's. */
    private static final Pattern PAGE = Pattern.compile("/console/(?!/)[!-\\[\\]-~]*");

    /** @param back the page that asked */
    @PostMapping("/console/reason")
    RedirectView state(@RequestParam String reason, @RequestParam String back, HttpServletRequest request) {
        WhyHere.state(request, reason);
        var view = new RedirectView(PAGE.matcher(back).matches() ? back : "/console/");
        view.setExpandUriTemplateVariables(false);
        view.setExposeModelAttributes(false);
        return view;
    }
}
