package org.consentledger.console.platform;

import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.RequestMapping;

/** Answers for addresses below the console's that are no page. */
@Controller
class NoSuchPage {
    @RequestMapping({"/console/{page:(?!assets$).+}", "/console/{page:(?!assets$).+}/**"})
    String nowhere(HttpServletResponse response, Model page) {
        response.setStatus(HttpServletResponse.SC_NOT_FOUND);
        page.addAttribute("problem", ApiDeclined.Problem.NOT_TOLD);
        page.addAttribute("status", HttpServletResponse.SC_NOT_FOUND);
        return "problem";
    }
}
