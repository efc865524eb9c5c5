package org.consentledger.standalone.hostile;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Spoils what stands in the first line of a request: the path, its parts and the question behind it. */
final class BadTargets {
    private static final List<String> SEGMENTS = List.of(
            "..",
            ".",
            "...",
            "..;",
            "..;a=b",
            ".;/",
            "%2e%2e",
            "%2e%2e%2f",
            "%2E%2E",
            "%252e%252e",
            "%00",
            "a%00b",
            "%2f",
            "%2F..",
            "%5c",
            "\\",
            "%",
            "%zz",
            "%u0041",
            "%ff",
            "%c0%ae%c0%ae",
            "%e3%81",
            "%ed%a0%80",
            "%0d%0aX:1",
            "%0a",
            ";",
            ";a=b",
            ";jsessionid=1",
            "%3b",
            "//",
            "/",
            " ",
            "%20",
            "+",
            "*",
            "**",
            "{x}",
            "%7bx%7d",
            "[",
            "%5b",
            "|",
            "^",
            "`",
            "\"",
            "<x>",
            "?",
            "#",
            "%23",
            "%3f",
            "&",
            "=",
            "~",
            "$",
            "!",
            "@",
            "a@b",
            "a%40b",
            ":",
            "0",
            "-1",
            "13.0",
            "0013",
            "１３",
            "99999999999",
            "%ef%bc%91",
            "9".repeat(400),
            "%41".repeat(3000));

    private static final List<String> QUERIES = List.of(
            "&",
            "&&=&",
            "a",
            "a=b",
            "%",
            "%=%",
            "%zz=1",
            "x=%ff",
            "termsId=%00",
            "termsId[]=a",
            "termsId[0]=a",
            "termsId.x=a",
            "limit=0",
            "limit=-1",
            "limit=501",
            "limit=1e3",
            "limit=%2B1",
            "cursor=",
            "cursor=%25",
            "cursor=////",
            "cursor=____",
            "cursor=LTE",
            "cursor=OTk5OTk5OTk5OTk5OTk5OTk5OTk",
            "cursor=Jw",
            "at=",
            "at=now",
            "on=",
            "knownAt=",
            "preview=maybe",
            "explain=1",
            "state=",
            "_method=DELETE",
            "access_token=x",
            "a=1&a=2",
            "limit=1&limit=2",
            "termsId=a&termsId=b",
            "format=json",
            "class.module.classLoader=x",
            "a=" + "b".repeat(7000),
            "a&".repeat(1500));

    private final Random random;

    BadTargets(Random random) {
        this.random = random;
    }

    Message spoil(Message message) {
        var target = message.target();
        int mark = target.indexOf('?');
        var path = mark < 0 ? target : target.substring(0, mark);
        var query = mark < 0 ? "" : target.substring(mark + 1);
        return message.withTarget(
                switch (random.nextInt(9)) {
                    case 0, 1, 2 -> joined(replaced(path), query);
                    case 3 -> joined(added(path), query);
                    case 4, 5 -> joined(path, valued(query));
                    case 6, 7 -> joined(path, query.isEmpty() ? one(QUERIES) : query + "&" + one(QUERIES));
                    default -> form(path, target);
                });
    }

    private static String joined(String path, String query) {
        return query.isEmpty() ? path : path + "?" + query;
    }

    /** One part of the path is another. */
    private String replaced(String path) {
        var parts = new ArrayList<>(List.of(path.split("/", -1)));
        parts.set(1 + random.nextInt(parts.size() - 1), part());
        return String.join("/", parts);
    }

    private String part() {
        return switch (random.nextInt(3)) {
            case 0 -> encoded(one(one(BadTexts.ALL)));
            case 1 -> one(one(BadTexts.ALL)).replaceAll("[\\s\\p{Cntrl}]", "");
            default -> one(SEGMENTS);
        };
    }

    private String added(String path) {
        int at = random.nextInt(path.length()) + 1;
        return path.substring(0, at) + one(SEGMENTS) + path.substring(at);
    }

    /** One value of the question is another. */
    private String valued(String query) {
        if (query.isEmpty()) {
            return one(QUERIES);
        }
        var parts = query.split("&");
        int which = random.nextInt(parts.length);
        parts[which] = parts[which].replaceAll("=.*", "=")
                + (random.nextBoolean() ? encoded(one(one(BadTexts.ALL))) : one(SEGMENTS));
        return String.join("&", parts);
    }

    /** Another form of the target (RFC 9112 §3.2), or the path as a clumsy or a cunning client writes it. */
    private String form(String path, String target) {
        return switch (random.nextInt(10)) {
            case 0 -> "http://127.0.0.1" + target;
            case 1 -> "http://elsewhere.example" + target;
            case 2 -> "*";
            case 3 -> "127.0.0.1:80";
            case 4 -> path.substring(1);
            case 5 -> "/" + target;
            case 6 -> path.toUpperCase(java.util.Locale.ROOT);
            case 7 -> path + "/";
            case 8 -> path + ".json";
            default -> "/actuator/.." + target;
        };
    }

    private static String encoded(String text) {
        var encoded = URLEncoder.encode(text, StandardCharsets.UTF_8);
        return encoded.length() > 6000 ? encoded.substring(0, 6000) : encoded;
    }

    private <T> T one(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
