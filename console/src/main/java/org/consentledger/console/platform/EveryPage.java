package org.consentledger.console.platform;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizedClientRepository;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.support.RequestContextUtils;

/** What stands around every page: who is logged in, and the same page in the other language. */
@ControllerAdvice("org.consentledger.console")
class EveryPage {
    private final OAuth2AuthorizedClientRepository sessions;

    EveryPage(OAuth2AuthorizedClientRepository sessions) {
        this.sessions = sessions;
    }

    /** @throws ApiDeclined where the page is not for whoever is logged in ({@link OpenTo}) */
    @ModelAttribute
    void open(Model page, HttpServletRequest request) {
        surround(page, request);
        if (!isOpen(request, (Who) page.getAttribute("who"))) {
            throw new ApiDeclined(HttpStatus.FORBIDDEN, ApiDeclined.Problem.NOT_TOLD);
        }
    }

    /** Also where the page does not say to whom. */
    private static boolean isOpen(HttpServletRequest request, @Nullable Who who) {
        if (!(request.getAttribute(HandlerMapping.BEST_MATCHING_HANDLER_ATTRIBUTE) instanceof HandlerMethod page)) {
            return true;
        }
        var to = page.getBeanType().getAnnotation(OpenTo.class);
        return to == null || (who != null && Arrays.stream(to.value()).anyMatch(who::may));
    }

    void surround(Model page, HttpServletRequest request) {
        if (request.getUserPrincipal() instanceof Authentication login) {
            OAuth2AuthorizedClient client = sessions.loadAuthorizedClient(ConsoleSecurity.CLIENT, login, request);
            if (client != null) {
                page.addAttribute(
                        "who", new Who(login.getName(), client.getAccessToken().getScopes()));
            }
        }
        page.addAttribute("isPart", request.getHeader("HX-Request") != null);
        page.addAttribute("reason", WhyHere.stated(request));
        var other = RequestContextUtils.getLocale(request).equals(Locale.ENGLISH) ? "ja" : "en";
        page.addAttribute("otherLanguage", other);
        page.addAttribute("inOtherLanguage", Here.in(other, Here.of(request)));
    }
}
