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
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

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
        page.addAttribute("here", here(request));
        page.addAttribute("reason", WhyHere.stated(request));
        var other = language.equals(Locale.ENGLISH) ? "ja" : "en";
        page.addAttribute("otherLanguage", other);
        page.addAttribute("inOtherLanguage", sameIn(request, other));
    }

    /** The address of this page; where it is the answer to a form, of the first one. */
    private static String here(HttpServletRequest request) {
        var query = request.getQueryString();
        return !"GET".equals(request.getMethod())
                ? "/console/"
                : query == null ? request.getRequestURI() : request.getRequestURI() + "?" + query;
    }

    /** Only what was asked for is asked again; the answer to a form begins anew. */
    private static String sameIn(HttpServletRequest request, String language) {
        if (!"GET".equals(request.getMethod())) {
            return "/console/?lang=" + language;
        }
        var here = ServletUriComponentsBuilder.fromRequest(request)
                .replaceQueryParam("lang", language)
                .build();
        return here.getPath() + "?" + here.getQuery();
    }
}
