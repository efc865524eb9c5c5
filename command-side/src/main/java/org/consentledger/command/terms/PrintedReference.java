package org.consentledger.command.terms;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Looks in an edition's text for the place that a reference names: 第32条第2項第1号, or the path {@code
 * art:32/para:2/item:1}. It goes by how provisions begin their lines and only serves a warning: of a reference in any
 * other form it only asks whether the text has its article, or else the very words.
 */
final class PrintedReference {
    private static final Pattern PRINTED = Pattern.compile("第(\\d+)条(?:の(\\d+))?(?:第(\\d+)項)?(?:第(\\d+)号)?");
    private static final Pattern PATH =
            Pattern.compile("art:(\\d+)(?:_(\\d+))?(?:/para:(\\d+)(?:~\\d+)?)?(?:/item:(\\d+)(?:~\\d+)?)?");
    private static final Pattern ANY_ARTICLE = Pattern.compile("第[^第条]+条(?:の[一二三四五六七八九十]+)?");
    private static final Pattern ARTICLE = Pattern.compile("(?m)^\\s*第\\d+条(?:の\\d+)?");
    private static final Pattern PARAGRAPH = Pattern.compile("(?m)^\\s*\\d+[\\s.．、]");

    private PrintedReference() {}

    static boolean isFound(String reference, String text) {
        Matcher parts = matcher(reference);
        return parts == null ? text.contains(beginning(reference)) : isFound(parts, normalised(text));
    }

    private static boolean isFound(Matcher parts, String text) {
        String branch = parts.group(2) == null ? "(?!の\\d)" : "の" + parts.group(2);
        var start =
                Pattern.compile("(?m)^\\s*第" + parts.group(1) + "条" + branch).matcher(text);
        while (start.find()) {
            if (articleHolds(parts, upToNext(ARTICLE, text, start.end()))) {
                return true;
            }
        }
        return false;
    }

    private static boolean articleHolds(Matcher parts, String article) {
        String paragraph = parts.group(3);
        String item = parts.group(4);
        int from = 0;
        if (paragraph != null && !"1".equals(paragraph)) {
            var found = Pattern.compile("(?m)^\\s*" + paragraph + "[\\s.．、]").matcher(article);
            if (!found.find()) {
                return false;
            }
            from = found.end();
        }
        return item == null
                || Pattern.compile("(?m)^\\s*[(（]" + item + "[)）]")
                        .matcher(upToNext(PARAGRAPH, article, from))
                        .find();
    }

    /** The article of a reference such as 第三十二条第二項; all of any other. */
    private static String beginning(String reference) {
        var article = ANY_ARTICLE.matcher(reference);
        return article.lookingAt() ? article.group() : reference;
    }

    private static String upToNext(Pattern beginning, String text, int from) {
        var next = beginning.matcher(text);
        return next.find(from) ? text.substring(from, next.start()) : text.substring(from);
    }

    private static @Nullable Matcher matcher(String reference) {
        for (Pattern form : new Pattern[] {PRINTED, PATH}) {
            Matcher matcher = form.matcher(normalised(reference));
            if (matcher.matches()) {
                return matcher;
            }
        }
        return null;
    }

    /** Full-width digits count as ASCII ones; everything else stays, length included. */
    private static String normalised(String text) {
        var result = new StringBuilder(text);
        for (int i = 0; i < result.length(); i++) {
            char unit = result.charAt(i);
            if (unit >= '０' && unit <= '９') {
                result.setCharAt(i, (char) (unit - '０' + '0'));
            }
        }
        return result.toString();
    }
}
