package org.consentledger.console.platform;

import jakarta.servlet.http.HttpServletRequest;
import java.util.regex.Pattern;

/**
 * The page that somebody looks at, by an address that can be asked for again: his own, or, where he has sent a form, that of the
 * page on which it stood, as the form says ({@link EveryForm}). Never a page of another site.
 */
final class Here {
    static final String FIELD = "here";

    private static final Pattern PAGE = Pattern.compile("/console/(?!/)[!-\\[\\]-~]*");
    private static final Pattern LANGUAGE = Pattern.compile("(?<=[?&])lang=[^&]*&?");
    private static final String FIRST = "/console/";

    private Here() {}

    static String of(HttpServletRequest request) {
        if (!"GET".equals(request.getMethod())) {
            var said = request.getParameter(FIELD);
            return said != null && PAGE.matcher(said).matches() ? said : FIRST;
        }
        var query = request.getQueryString();
        return query == null ? request.getRequestURI() : request.getRequestURI() + "?" + query;
    }

    /** The same page, from then on in that language. */
    static String in(String language, String here) {
        var any = LANGUAGE.matcher(here).replaceAll("");
        var further = !any.contains("?") ? "?" : any.endsWith("?") || any.endsWith("&") ? "" : "&";
        return any + further + "lang=" + language;
    }
}
