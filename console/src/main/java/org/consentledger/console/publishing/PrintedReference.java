package org.consentledger.console.publishing;

import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Tells where a provision stands as terms print it (第32条第2項第1号), rather than by its path. */
final class PrintedReference {
    /** What is counted, its number with branches (4_2), and of two that are printed alike, which one. */
    private static final Pattern SEGMENT = Pattern.compile("([a-z]+):([0-9A-Za-zぁ-ヿ]+)((?:_[0-9]+)*)(?:~([0-9]+))?");

    private PrintedReference() {}

    /** A part of the path that has no printed form stays as it is. */
    static String of(String path) {
        return Arrays.stream(path.split("/")).map(PrintedReference::segment).collect(Collectors.joining());
    }

    private static String segment(String segment) {
        var parts = SEGMENT.matcher(segment);
        if (!parts.matches()) {
            return segment;
        }
        var number = parts.group(2);
        var printed = switch (parts.group(1)) {
            case "chap" -> counted(number, "章", parts.group(3));
            case "sec" -> counted(number, "節", parts.group(3));
            case "subsec" -> counted(number, "款", parts.group(3));
            case "art" -> counted(number, "条", parts.group(3));
            case "para" -> counted(number, "項", parts.group(3));
            case "item" -> counted(number, "号", parts.group(3));
            case "sub" -> number;
            case "suppl" -> "付則（" + number + "）";
            default -> parts.group(1) + ":" + number + parts.group(3);
        };
        return parts.group(4) == null ? printed : printed + "（" + parts.group(4) + "つ目）";
    }

    private static String counted(String number, String what, String branches) {
        return "第" + number + what + branches.replace("_", "の");
    }
}
