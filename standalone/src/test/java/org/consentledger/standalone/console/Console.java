package org.consentledger.standalone.console;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.consentledger.standalone.InProcessProduct;
import org.consentledger.standalone.issuer.Credentials;
import org.consentledger.standalone.issuer.IssuerDirectory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.FileSystemUtils;

/** The product with its demo data, and a Chromium to look at it: the system's, never one that the driver brings. */
final class Console implements AutoCloseable {
    private static final Path CHROMIUM = Path.of("/usr/bin/chromium");

    /** Milliseconds; how fast a machine is, no test says. */
    static final int PATIENCE = 120_000;

    private final Path data;
    private final InProcessProduct product;
    private final Playwright driver;
    private final Browser browser;
    private final Credentials credentials;

    private Console(Path data, InProcessProduct product, Playwright driver, Credentials credentials) {
        this.data = data;
        this.product = product;
        this.driver = driver;
        this.credentials = credentials;
        browser = driver.chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(CHROMIUM)
                        .setTimeout(PATIENCE)
                        .setArgs(List.of("--no-sandbox", "--disable-gpu")));
    }

    static Console open() {
        try {
            var data = Files.createTempDirectory("console");
            var product = InProcessProduct.startWithDemo(data);
            PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE);
            var driver = Playwright.create(
                    new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
            return new Console(data, product, driver, new IssuerDirectory(data).read());
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    URI url() {
        return product.url();
    }

    /** Puts a history longer than a test can wait for into the ledger. */
    void append(String type, String aggregate, List<?> facts) {
        product.append(type, aggregate, facts);
    }

    /** The paths, as its controllers have them, at which it answers a browser that goes there. */
    Set<String> paths() {
        return product.consolePaths();
    }

    JdbcClient database() {
        return JdbcClient.create(product.dataSource());
    }

    /** A window in which nobody has logged in yet. */
    Visit visit(int width) {
        return new Visit(
                this,
                browser.newContext(new Browser.NewContextOptions()
                        .setViewportSize(width, 800)
                        .setLocale("ja")));
    }

    /** The same with JavaScript turned off. */
    Visit visitWithoutScripts(int width) {
        return new Visit(
                this,
                browser.newContext(new Browser.NewContextOptions()
                        .setViewportSize(width, 800)
                        .setJavaScriptEnabled(false)));
    }

    String password(String user) {
        return Objects.requireNonNull(credentials.users().get(user)).password();
    }

    @Override
    public void close() {
        browser.close();
        driver.close();
        try {
            product.close();
            FileSystemUtils.deleteRecursively(data);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
