package org.consentledger.access;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.server.PathContainer;
import org.springframework.http.server.PathContainer.PathSegment;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;

/**
 * How the paths of a mapping look: so many segments, of which these are words.
 *
 * @param paths a word for each segment, empty for a variable; {@code null} where some path is not made of words and
 *     variables alone
 */
record PathShape(@Nullable List<List<String>> paths) {
    private static final String VARIABLE = "";
    private static final Pattern SEGMENT = Pattern.compile("(?<word>[A-Za-z0-9._-]+)|\\{\\w+}");

    static PathShape of(RequestMappingInfo mapping) {
        var paths = new ArrayList<List<String>>();
        for (var path : mapping.getPatternValues()) {
            var segments = segments(path);
            if (segments == null) {
                return new PathShape(null);
            }
            paths.add(segments);
        }
        return new PathShape(List.copyOf(paths));
    }

    private static @Nullable List<String> segments(String path) {
        if (!path.startsWith("/")) {
            return null;
        }
        var segments = new ArrayList<String>();
        for (var segment : path.substring(1).split("/", -1)) {
            var matched = SEGMENT.matcher(segment);
            if (!matched.matches()) {
                return null;
            }
            var word = matched.group("word");
            segments.add(word == null ? VARIABLE : word);
        }
        return segments;
    }

    /** Where {@code false}, none of the paths is that one. */
    boolean mayMatch(PathContainer path) {
        if (paths == null) {
            return true;
        }
        for (var segments : paths) {
            if (mayMatch(segments, path.elements())) {
                return true;
            }
        }
        return false;
    }

    /** From its end, where paths differ. */
    private static boolean mayMatch(List<String> segments, List<PathContainer.Element> elements) {
        if (elements.size() != 2 * segments.size()) {
            return false;
        }
        for (int i = segments.size() - 1; i >= 0; i--) {
            var word = segments.get(i);
            if (!word.equals(VARIABLE) && !isWord(word, elements.get(2 * i + 1))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isWord(String word, PathContainer.Element element) {
        return element instanceof PathSegment segment && segment.valueToMatch().equals(word);
    }
}
