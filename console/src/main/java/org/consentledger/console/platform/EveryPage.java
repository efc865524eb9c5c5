package org.consentledger.console.platform;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizedClientRepository;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** What stands around every page: who is logged in, and the same page in the other language. */
@ControllerAdvice("org.consentledger.console")
class EveryPage {
    private final OAuth2AuthorizedClientRepository sessions;

    EveryPage(OAuth2AuthorizedClientRepository sessions) {
        this.sessions = sessions;
    }

    @ModelAttribute
    void surround(Model page, HttpServletRequest request, @Nullable Authentication login, Locale language) {
        if (login != null) {
            OAuth2AuthorizedClient client = sessions.loadAuthorizedClient(ConsoleSecurity.CLIENT, login, request);
            if (client != null) {
                page.addAttribute(
                        "who", new Who(login.getName(), client.getAccessToken().getScopes()));
            }
        }
        page.addAttribute("reason", WhyHere.stated(request));
        var other = language.equals(Locale.ENGLISH) ? "ja" : "en";
        page.addAttribute("otherLanguage", other);
        page.addAttribute("inOtherLanguage", Here.in(other, Here.of(request)));
    }
}
