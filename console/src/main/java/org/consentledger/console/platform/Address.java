package org.consentledger.console.platform;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriUtils;

/**
 * A path of the APIs below {@code /api/v1}, with its parameters; whatever people typed into them is escaped.
 *
 * @param path escaped, with a leading slash
 */
public record Address(String path) {
    /** @param segments as they are, one for each step of the path */
    public static Address of(String... segments) {
        return below("/api/v1/", segments);
    }

    /** A path of the ledger as others read it, which stands beside those of the APIs. */
    public static Address ofLedger(String... segments) {
        return below("/ledger/", segments);
    }

    /** An operator's path, which stands beside those of the APIs. */
    public static Address ofOperation(String... segments) {
        return below("/actuator/", segments);
    }

    private static Address below(String root, String... segments) {
        return new Address(Arrays.stream(segments).map(Address::escaped).collect(Collectors.joining("/", root, "")));
    }

    /** One step further; before there are parameters. */
    public Address then(String segment) {
        return new Address(path + "/" + escaped(segment));
    }

    /** With a parameter, where it has a value. */
    public Address with(String name, @Nullable String value) {
        return value == null || value.isEmpty()
                ? this
                : new Address(path + (path.contains("?") ? "&" : "?") + name + "=" + escaped(value));
    }

    /** Dots alone would be a step up; the APIs know no such identifier. */
    private static String escaped(String part) {
        var escaped = UriUtils.encode(part, StandardCharsets.UTF_8);
        return escaped.matches("\\.{1,2}") ? escaped.replace(".", "%2E") : escaped;
    }
}
