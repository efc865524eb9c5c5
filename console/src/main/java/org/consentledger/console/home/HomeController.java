package org.consentledger.console.home;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The first page, and the last. */
@Controller
class HomeController {
    @GetMapping("/console/")
    String home() {
        return "home";
    }

    /** @param failed whether a login has failed, rather than that somebody has logged out */
    @GetMapping("/console/bye")
    String bye(@RequestParam(required = false) @Nullable String failed, Model page) {
        page.addAttribute("failed", failed != null);
        return "bye";
    }
}
