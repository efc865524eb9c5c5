package org.consentledger.standalone.issuer;

import java.nio.charset.StandardCharsets;
import org.consentledger.query.platform.HtmlPage;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Asks for user name and password, in both languages at once, since nobody is known yet who could have chosen one. */
@Controller
class LoginPage {
    static final String PATH = "/login";

    private static final String STYLE = """
            body { font: 1rem/1.7 "Noto Sans JP", "Noto Sans CJK JP", "Hiragino Sans", "Yu Gothic", sans-serif; \
            margin: 0; color: #1a1a1a; background: #fff }
            main { max-width: 24rem; margin: 3rem auto; padding: 0 1rem }
            h1 { font-size: 1.5rem; margin: 0 0 1.5rem }
            h1 small { font-size: 1rem; font-weight: normal; color: #555; margin-left: .75rem }
            label { display: block; font-weight: bold; margin: 1.25rem 0 .25rem }
            label span { font-weight: normal; color: #555; margin-left: .5rem }
            input { width: 100%; box-sizing: border-box; font: inherit; padding: .6rem .75rem; border: 1px solid #626264; \
            border-radius: 8px }
            button { margin-top: 2rem; width: 100%; font: inherit; font-weight: bold; padding: .75rem; border: 0; \
            border-radius: 8px; color: #fff; background: #0017c1 }
            button:hover { background: #00118f }
            :focus-visible { outline: 4px solid #000; outline-offset: 2px; box-shadow: 0 0 0 2px #ffd43d }
            p[role=alert] { border: 2px solid #c00; border-radius: 8px; padding: .75rem 1rem }
            """;

    @GetMapping(PATH)
    ResponseEntity<byte[]> page(CsrfToken csrf, @RequestParam(required = false) @Nullable String error) {
        var page = HtmlPage.of("ja", "ログイン / Log in - Consent Ledger", STYLE);
        var main = page.body().appendElement("main");
        both(main.appendElement("h1"), "ログイン", "small", "Log in");
        if (error != null) {
            var alert = main.appendElement("p").attr("role", "alert");
            alert.appendText("利用者名またはパスワードが違います。").appendElement("br");
            english(alert, "span", "The user name or the password is wrong.");
        }
        var form = main.appendElement("form").attr("method", "post").attr("action", PATH);
        form.appendElement("input")
                .attr("type", "hidden")
                .attr("name", csrf.getParameterName())
                .attr("value", csrf.getToken());
        field(form, "username", "text", "利用者名", "User name").attr("autofocus", "autofocus");
        field(form, "password", "password", "パスワード", "Password");
        both(form.appendElement("button"), "ログイン", "span", " Log in");
        return ResponseEntity.ok()
                .contentType(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8))
                .cacheControl(CacheControl.noStore())
                .body(HtmlPage.bytes(page));
    }

    private static Element field(Element form, String name, String type, String japanese, String english) {
        both(form.appendElement("label").attr("for", name), japanese, "span", english);
        return form.appendElement("input")
                .attr("id", name)
                .attr("name", name)
                .attr("type", type)
                .attr("autocomplete", type.equals("password") ? "current-password" : "username")
                .attr("required", "required");
    }

    private static void both(Element element, String japanese, String tag, String english) {
        element.appendText(japanese);
        english(element, tag, english);
    }

    private static void english(Element element, String tag, String english) {
        element.appendElement(tag).attr("lang", "en").text(english);
    }
}
