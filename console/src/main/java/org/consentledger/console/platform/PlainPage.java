package org.consentledger.console.platform;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.springframework.http.MediaType;

/** Says what went wrong where no template can: in both languages, since the page's own language may be what failed. */
final class PlainPage {
    private PlainPage() {}

    /** @param incident under which the log tells more */
    static void failed(HttpServletResponse response, String incident) throws IOException {
        write(
                response,
                HttpServletResponse.SC_INTERNAL_SERVER_ERROR,
                "表示できません",
                "画面を作る途中で障害が起きました。しばらくしてから、もう一度お試しください。",
                "This page could not be made. Please try again later.",
                "<p class=\"fine\"><code>" + incident + "</code></p>\n");
    }

    /** A form without the token that its page gave it (CSRF), or with one of a session that has ended. */
    static void formTooOld(HttpServletResponse response) throws IOException {
        write(
                response,
                HttpServletResponse.SC_FORBIDDEN,
                "受け付けられません",
                "この入力画面は古くなっています。何も記録していません。画面を開き直してください。",
                "This form is too old. Nothing was recorded. Please open its page again.",
                "");
    }

    /** A file beyond what any API takes. */
    static void tooLarge(HttpServletResponse response) throws IOException {
        write(
                response,
                HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE,
                "大きすぎます",
                "送られたファイルは大きすぎるため、読んでいません。何も記録していません。",
                "The file is too large and was not read. Nothing was recorded.",
                "");
    }

    /** A form or a file in it that is not in the form it claims to be in. */
    static void unreadable(HttpServletResponse response) throws IOException {
        write(
                response,
                HttpServletResponse.SC_BAD_REQUEST,
                "読み取れません",
                "送られた内容を読み取れません。何も記録していません。画面を開き直してください。",
                "What was sent cannot be read. Nothing was recorded. Please open the page again.",
                "");
    }

    private static void write(
            HttpServletResponse response, int status, String title, String japanese, String english, String more)
            throws IOException {
        response.setStatus(status);
        response.setContentType(MediaType.TEXT_HTML_VALUE);
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        response.getWriter().write(String.format(Locale.ROOT, """
            <!DOCTYPE html>
            <html lang="ja">
            <head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
            <title>%1$s - Consent Ledger</title><link rel="stylesheet" href="/console/assets/console.css"></head>
            <body><main>
            <h1>%1$s</h1>
            <div id="problem" role="alert">
            <p>%2$s</p>
            <p lang="en">%3$s</p>
            </div>
            %4$s<p><a href="/console/">Consent Ledger</a></p>
            </main></body>
            </html>
            """, title, japanese, english, more));
        response.flushBuffer();
    }
}
