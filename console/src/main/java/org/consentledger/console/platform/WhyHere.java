package org.consentledger.console.platform;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * Why somebody looks at customers' data, as he stated it last: kept in his session, never in an address, since it may name
 * a person, and told to the query side with every question until he states another.
 */
public final class WhyHere {
    /** Which the query side keeps with the record of the look. */
    static final String HEADER = "Access-Reason";

    private static final String ATTRIBUTE = WhyHere.class.getName();

    private static final int LONGEST = 200;
    private static final Pattern ONE_LINE = Pattern.compile("[^\\p{Cc}\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}]*");

    private WhyHere() {}

    /** Whether the query side takes it, so that no page fails of it later: one line of at most 200 characters. */
    static boolean isTaken(String reason) {
        var text = reason.strip();
        return text.codePointCount(0, text.length()) <= LONGEST
                && ONE_LINE.matcher(text).matches();
    }

    /** @param reason nothing, where it is blank */
    static void state(HttpServletRequest request, String reason) {
        request.getSession().setAttribute(ATTRIBUTE, reason.isBlank() ? null : reason.strip());
    }

    /** {@code null} where nothing is stated. */
    static @Nullable String stated(HttpServletRequest request) {
        var session = request.getSession(false);
        return session == null ? null : (String) session.getAttribute(ATTRIBUTE);
    }

    /** As a header's value (RFC 8187 §3.2.1); {@code null} where nothing is stated. */
    static @Nullable String header() {
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes here
                ? extended(stated(here.getRequest()))
                : null;
    }

    private static @Nullable String extended(@Nullable String reason) {
        return reason == null
                ? null
                : "UTF-8''"
                        + URLEncoder.encode(reason, StandardCharsets.UTF_8)
                                .replace("+", "%20")
                                .replace("*", "%2A");
    }
}
