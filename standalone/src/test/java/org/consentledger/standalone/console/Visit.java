package org.consentledger.standalone.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.args.AxeRuleOptions;
import com.deque.html.axecore.args.AxeRunOptions;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Somebody at a browser of his own. What the browser complains of, such as what the page's policy forbids, fails the test. */
final class Visit implements AutoCloseable {
    private static final Path SHOTS = Path.of("target", "screenshots");
    private static final Set<String> SERIOUS = Set.of("serious", "critical");

    private final Console console;
    private final BrowserContext context;
    private final Page page;
    private final List<String> complaints = new ArrayList<>();
    private final List<String> borne = new ArrayList<>();

    Visit(Console console, BrowserContext context) {
        this.console = console;
        this.context = context;
        context.setDefaultTimeout(Console.PATIENCE);
        page = context.newPage();
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                complaints.add(message.text());
            }
        });
        page.onPageError(complaints::add);
    }

    Page page() {
        return page;
    }

    Visit open(String path) {
        page.navigate(console.url().resolve(path).toString());
        return this;
    }

    /** Fills in the page that asks who one is, wherever that led from. */
    Visit logIn(String user) {
        page.fill("#username", user);
        page.fill("#password", console.password(user));
        page.click("button");
        return this;
    }

    /** What the browser holds of the session. */
    Cookie session() {
        return context.cookies().stream()
                .filter(cookie -> cookie.name.startsWith("ledger-session"))
                .findAny()
                .orElseThrow();
    }

    /** What the browser complains of in such words belongs to the test. */
    Visit bearing(String words) {
        borne.add(words);
        return this;
    }

    Visit inEnglish() {
        page.click("text=English");
        return this;
    }

    /** Looks at the page as somebody does who uses a screen reader, and keeps a picture of it. */
    void inspect(String name) {
        page.waitForLoadState();
        layOut();
        var found = new AxeBuilder(page)
                .options(violationsAlone())
                .setLegacyMode(true)
                .analyze()
                .getViolations();
        page.screenshot(new Page.ScreenshotOptions()
                .setFullPage(true)
                .setPath(SHOTS.resolve(name + "-" + page.viewportSize().width + ".png")));
        assertThat(found.stream()
                        .filter(rule -> SERIOUS.contains(rule.getImpact()))
                        .map(Visit::told))
                .as("what axe-core finds serious on " + name)
                .isEmpty();
        assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
                .as("the page does not scroll sideways")
                .isLessThanOrEqualTo(page.viewportSize().width);
    }

    /** What is out of sight is laid out when it comes into sight, and has the size of a guess before. */
    private void layOut() {
        page.evaluate(
                "document.querySelectorAll('.provision').forEach(one => one.style.contentVisibility = 'visible')");
    }

    /**
     * Asked in the page itself, which is enough where no page has frames, and without what is right of every element. The one
     * rule of WCAG 2.2 that axe has is off by default.
     */
    private static AxeRunOptions violationsAlone() {
        var targetSize = new AxeRuleOptions();
        targetSize.setEnabled(true);
        var options = new AxeRunOptions();
        options.setRules(Map.of("target-size", targetSize));
        options.setResultTypes(List.of("violations"));
        return options;
    }

    private static String told(Rule rule) {
        return rule.getId() + ": " + rule.getHelp() + " "
                + rule.getNodes().stream().map(node -> node.getHtml()).toList();
    }

    @Override
    public void close() {
        context.close();
        complaints.removeIf(complaint -> borne.stream().anyMatch(complaint::contains));
        assertThat(complaints).as("what the browser complained of").isEmpty();
    }
}
