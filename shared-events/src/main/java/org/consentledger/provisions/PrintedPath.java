package org.consentledger.provisions;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.StringJoiner;
import java.util.regex.Pattern;

/** Says a path as people do: {@code art:32/para:2/item:1} is 第32条第2項第1号, or Article 32 paragraph 2 item 1. */
public final class PrintedPath {
    private static final Pattern SEGMENT = Pattern.compile("([a-z]+)(?::([0-9]+(?:_[0-9]+)*))?(?:~([0-9]+))?");

    private PrintedPath() {}

    /** What is no path stays as it is. */
    public static String of(String path, Locale language) {
        var words = WarningTexts.bundle(language);
        var printed = new StringJoiner(words.getString("path.separator"));
        for (var segment : path.split("/", -1)) {
            var parts = SEGMENT.matcher(segment);
            var key = "path." + (parts.matches() ? parts.group(1) : "");
            if (!words.containsKey(key)) {
                return path;
            }
            var number = parts.group(2) == null ? "" : number(parts.group(2), language);
            int branch = number.indexOf(words.getString("path.branch"));
            int end = branch < 0 ? number.length() : branch;
            var time = parts.group(3);
            printed.add(say(words, language, key, number.substring(0, end), number.substring(end))
                    + (time == null ? "" : say(words, language, "path.time", time)));
        }
        return printed.toString();
    }

    /** 6_2 is 6の2, or 6-2. */
    static String number(String number, Locale language) {
        return number.replace("_", WarningTexts.bundle(language).getString("path.branch"));
    }

    private static String say(ResourceBundle words, Locale language, String key, Object... arguments) {
        return new MessageFormat(words.getString(key), language).format(arguments);
    }
}
