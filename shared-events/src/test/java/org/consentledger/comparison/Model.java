package org.consentledger.comparison;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/** Terms as a model that remembers which provision is which, so that it knows what a comparison must find. */
final class Model {
    static final class Part {
        final int id;
        String said;
        String number = "";
        final List<Part> parts = new ArrayList<>();

        Part(int id, String said) {
            this.id = id;
            this.said = said;
        }

        Part copy() {
            var copy = new Part(id, said);
            copy.number = number;
            parts.forEach(part -> copy.parts.add(part.copy()));
            return copy;
        }
    }

    /** Where a part is, and its line. */
    record Printed(String path, String line, int parent) {}

    final List<Part> articles = new ArrayList<>();
    private final SplittableRandom random;
    private final AtomicInteger ids;

    private Model(SplittableRandom random, AtomicInteger ids) {
        this.random = random;
        this.ids = ids;
    }

    static Model random(SplittableRandom random, int size) {
        var model = new Model(random, new AtomicInteger());
        for (int i = 0; i < size; i++) {
            model.articles.add(model.article(Integer.toString(i + 1)));
        }
        return model;
    }

    Model copy() {
        var copy = new Model(random, ids);
        articles.forEach(article -> copy.articles.add(article.copy()));
        return copy;
    }

    Part article(String number) {
        var article = part(3);
        article.number = number;
        IntStream.range(0, 1 + random.nextInt(4)).forEach(_ -> article.parts.add(paragraph()));
        return article;
    }

    Part paragraph() {
        var paragraph = part(30);
        if (random.nextInt(3) == 0) {
            IntStream.range(0, 2 + random.nextInt(4)).forEach(_ -> paragraph.parts.add(part(12)));
        }
        return paragraph;
    }

    Part part(int words) {
        var said = new StringBuilder();
        IntStream.range(0, words).forEach(_ -> said.append(word()));
        return new Part(ids.incrementAndGet(), said.append(words > 3 ? "。" : "").toString());
    }

    String word() {
        return "" + (char) ('亀' + random.nextInt(40)) + (char) ('丁' + random.nextInt(3_000))
                + (random.nextBoolean() ? "の" : "を");
    }

    void renumber() {
        for (int i = 0; i < articles.size(); i++) {
            articles.get(i).number = Integer.toString(i + 1);
        }
    }

    /** Each part by its id: its path and its own line. */
    Map<Integer, Printed> printed() {
        var printed = new TreeMap<Integer, Printed>();
        for (var article : articles) {
            var path = "art:" + article.number;
            printed.put(article.id, new Printed(path, heading(article), 0));
            for (int p = 0; p < article.parts.size(); p++) {
                var paragraph = article.parts.get(p);
                var paragraphPath = path + "/para:" + (p + 1);
                printed.put(paragraph.id, new Printed(paragraphPath, paragraph(p, paragraph), article.id));
                for (int i = 0; i < paragraph.parts.size(); i++) {
                    var item = paragraph.parts.get(i);
                    printed.put(item.id, new Printed(paragraphPath + "/item:" + (i + 1), item(i, item), paragraph.id));
                }
            }
        }
        return printed;
    }

    String text() {
        var text = new StringBuilder("約款\n\n");
        for (var article : articles) {
            text.append(heading(article)).append(' ');
            for (int p = 0; p < article.parts.size(); p++) {
                text.append(paragraph(p, article.parts.get(p))).append('\n');
                for (int i = 0; i < article.parts.get(p).parts.size(); i++) {
                    text.append(item(i, article.parts.get(p).parts.get(i))).append('\n');
                }
            }
            text.append('\n');
        }
        return text.toString();
    }

    private static String heading(Part article) {
        return "（" + article.said + "）\n第"
                + article.number.replaceFirst("_", "条の").replace("_", "の") + (article.number.contains("_") ? "" : "条");
    }

    private static String paragraph(int place, Part paragraph) {
        return place == 0 ? paragraph.said : (place + 1) + " " + paragraph.said;
    }

    private static String item(int place, Part item) {
        return "(" + (place + 1) + ") " + item.said;
    }
}
