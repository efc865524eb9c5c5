package org.consentledger.console.platform;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.i18n.AcceptHeaderLocaleResolver;
import org.springframework.web.servlet.i18n.CookieLocaleResolver;

/** Japanese, until somebody switches; the paths of others go by the header {@code Accept-Language}, as if we were not here. */
final class Languages implements LocaleResolver {
    private final LocaleResolver others = new AcceptHeaderLocaleResolver();
    private final CookieLocaleResolver chosen = new CookieLocaleResolver("ledger-console-language");

    Languages() {
        chosen.setDefaultLocale(Locale.JAPANESE);
        chosen.setCookieMaxAge(Duration.ofDays(365));
        chosen.setCookiePath("/console");
        chosen.setCookieHttpOnly(true);
        chosen.setCookieSameSite("Lax");
        chosen.setRejectInvalidCookies(false);
    }

    @Override
    public Locale resolveLocale(HttpServletRequest request) {
        if (!request.getRequestURI().startsWith("/console")) {
            return others.resolveLocale(request);
        }
        return oneOfOurs(chosen.resolveLocale(request));
    }

    @Override
    public void setLocale(HttpServletRequest request, @Nullable HttpServletResponse response, @Nullable Locale locale) {
        chosen.setLocale(request, response, locale == null ? Locale.JAPANESE : oneOfOurs(locale));
    }

    private static Locale oneOfOurs(Locale asked) {
        return Locale.ENGLISH.getLanguage().equals(asked.getLanguage()) ? Locale.ENGLISH : Locale.JAPANESE;
    }
}
