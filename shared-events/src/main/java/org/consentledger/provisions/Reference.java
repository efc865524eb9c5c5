package org.consentledger.provisions;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Finds the provision that a printed reference names, in digits and kanji of any width. */
final class Reference {
    private static final int LONGEST = 200;
    private static final String NUMBER = "(?:[0-9]{1,9}|[〇零一二三四五六七八九十百千]{1,9})";
    private static final Pattern SUPPLEMENTARY = Pattern.compile("^[附付]則(.*?)(?=第|[0-9]+項|$)");
    private static final Pattern COUNTED =
            Pattern.compile("\\G第?(" + NUMBER + ")(編|章|節|款|条|項|号)((?:[のノ]" + NUMBER + ")*)");
    private static final Pattern SUBITEM = Pattern.compile("\\G\\(?([ア-ンヰヱ]|[a-z]{1,4}|[0-9]{1,3})\\)?");
    private static final Pattern ENGLISH =
            Pattern.compile("^(?i:Article|Section|Clause)?([0-9]{1,4})((?:\\.[0-9]{1,3})*)((?:\\([0-9a-z]{1,4}\\))*)$");
    private static final Pattern REST = Pattern.compile("(柱書|本文|ただし書|但書|但し書)き?$");

    private Reference() {}

    static Optional<Provision> find(String reference, Structure structure) {
        if (reference.length() > LONGEST) {
            return Optional.empty();
        }
        var folded = REST.matcher(Folding.fold(reference).replace(" ", "")).replaceFirst("");
        var english = ENGLISH.matcher(folded);
        if (english.matches()) {
            return english(english.group(1), english.group(2), english.group(3), structure);
        }
        var supplementary = SUPPLEMENTARY.matcher(folded);
        if (supplementary.find()) {
            return supplementary(supplementary.group(1), structure)
                    .flatMap(found -> supplementary.end() == folded.length()
                            ? Optional.of(found)
                            : counted(folded.substring(supplementary.end()), found.path() + "/", structure));
        }
        return counted(folded, "", structure);
    }

    private static Optional<Provision> supplementary(String caption, Structure structure) {
        var wanted = caption.replaceAll("[()]", "");
        var found = structure.provisions().stream()
                .filter(provision -> provision.kind() == Kind.SUPPLEMENTARY)
                .filter(provision -> wanted.isEmpty() || wanted.equals(captionOf(provision)))
                .toList();
        return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
    }

    private static String captionOf(Provision provision) {
        return provision.caption() == null
                ? ""
                : Folding.fold(provision.caption()).replace(" ", "");
    }

    private static Optional<Provision> counted(String folded, String below, Structure structure) {
        var segments = new ArrayList<String>();
        var counted = COUNTED.matcher(folded);
        int end = 0;
        while (counted.find()) {
            segments.add(segment(counted.group(2)) + Numerals.branched(counted.group(1), counted.group(3)));
            end = counted.end();
        }
        if (segments.isEmpty()) {
            return Optional.empty();
        }
        var candidates = present(candidates(segments, below), structure);
        var subitem = SUBITEM.matcher(folded);
        while (end < folded.length()) {
            if (!subitem.find(end) || subitem.start() != end) {
                return Optional.empty();
            }
            candidates = present(below(candidates, subitem.group(1)), structure);
            end = subitem.end();
        }
        return first(candidates, structure);
    }

    private static String segment(String unit) {
        return switch (unit) {
            case "編" -> "part:";
            case "章" -> "chap:";
            case "節" -> "sec:";
            case "款" -> "subsec:";
            case "条" -> "art:";
            case "項" -> "para:";
            default -> "item:";
        };
    }

    /** An article's heading says where it stands, not what it is counted in; an item without paragraph is the first's. */
    private static List<String> candidates(List<String> segments, String below) {
        var path = below + String.join("/", segments);
        var candidates = new ArrayList<>(List.of(path));
        int article = path.indexOf("art:");
        if (article > 0 && below.isEmpty()) {
            candidates.add(path.substring(article));
        }
        if (segments.getLast().startsWith("item:") && !path.contains("para:")) {
            int item = path.lastIndexOf("item:");
            candidates.addFirst(path.substring(0, item) + "para:1/" + path.substring(item));
        }
        return candidates;
    }

    private static List<String> below(List<String> candidates, String count) {
        var below = new ArrayList<String>();
        for (var reading : ListMarks.readings(count, Style.Form.PARENTHESES)) {
            candidates.forEach(
                    path -> below.add(path + "/" + (path.contains("item:") ? "sub:" : "item:") + reading.number()));
        }
        return below;
    }

    private static Optional<Provision> english(
            String article, String decimals, String parentheses, Structure structure) {
        var candidates = List.of("art:" + Numerals.value(article));
        var counts = new ArrayList<String>();
        for (var part : decimals.split("\\.", -1)) {
            counts.add(part);
        }
        for (var part : parentheses.split("[()]", -1)) {
            counts.add(part);
        }
        counts.removeIf(String::isEmpty);
        for (var count : counts) {
            candidates = candidates.stream().anyMatch(path -> path.contains("para:"))
                    ? below(candidates, count)
                    : paragraphs(candidates, count);
            candidates = present(candidates, structure);
        }
        return first(candidates, structure);
    }

    private static List<String> paragraphs(List<String> articles, String count) {
        var paths = new ArrayList<String>();
        for (var reading : ListMarks.readings(count, Style.Form.PARENTHESES)) {
            for (var article : articles) {
                paths.add(article + "/para:" + reading.number());
                paths.add(article + "/para:1/item:" + reading.number());
            }
        }
        return paths;
    }

    private static List<String> present(List<String> candidates, Structure structure) {
        return candidates.stream()
                .filter(path -> structure.at(path).isPresent())
                .toList();
    }

    private static Optional<Provision> first(List<String> candidates, Structure structure) {
        return candidates.stream().flatMap(path -> structure.at(path).stream()).findFirst();
    }
}
