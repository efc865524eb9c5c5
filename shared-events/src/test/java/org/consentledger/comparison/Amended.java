package org.consentledger.comparison;

import java.util.SplittableRandom;
import java.util.TreeSet;

/**
 * Terms before and after a random amendment.
 *
 * @param moved id of the article or paragraph that was moved; 0 for none
 */
record Amended(Model older, Model newer, int moved) {

    static Amended random(long seed) {
        var random = new SplittableRandom(seed);
        var older = Model.random(random, 8 + random.nextInt(12));
        var newer = older.copy();
        var edited = new TreeSet<Integer>();
        int moved = 0;
        int edits = 1 + random.nextInt(4);
        for (int i = 0; i < edits; i++) {
            int place = random.nextInt(newer.articles.size());
            var article = newer.articles.get(place);
            if (!edited.add(article.id)) {
                continue;
            }
            switch (random.nextInt(9)) {
                case 0 -> {
                    var added = newer.article(article.number + "_2");
                    edited.add(added.id);
                    newer.articles.add(place + 1, added);
                }
                case 1 -> newer.articles.remove(place);
                case 2 -> {
                    // Over at least two others: of two neighbours that change places, either has moved.
                    int to = place + 2 < newer.articles.size() ? newer.articles.size() - 1 : 0;
                    if (moved == 0) {
                        moved = article.id;
                        newer.articles.remove(place);
                        newer.articles.add(to, article);
                    }
                }
                case 3 -> article.parts.add(newer.paragraph());
                case 4 -> article.parts.add(random.nextInt(article.parts.size()), newer.paragraph());
                case 5 -> {
                    if (article.parts.size() > 1) {
                        article.parts.remove(random.nextInt(article.parts.size()));
                    }
                }
                case 6 -> {
                    var other = newer.articles.get(random.nextInt(newer.articles.size()));
                    if (moved == 0 && article.parts.size() > 1 && edited.add(other.id)) {
                        var part = article.parts.remove(random.nextInt(article.parts.size()));
                        other.parts.add(random.nextInt(other.parts.size() + 1), part);
                        moved = part.id;
                    }
                }
                case 7 -> items(article.parts.get(random.nextInt(article.parts.size())), newer, random);
                default -> change(article.parts.get(random.nextInt(article.parts.size())), newer);
            }
        }
        if (random.nextBoolean()) {
            newer.renumber();
        }
        return new Amended(older, newer, moved);
    }

    static void change(Model.Part part, Model model) {
        part.said = part.said.substring(0, 12) + model.word() + part.said.substring(15);
    }

    private static void items(Model.Part paragraph, Model model, SplittableRandom random) {
        if (paragraph.parts.size() < 3) {
            paragraph.parts.add(model.part(12));
        } else if (random.nextBoolean()) {
            paragraph.parts.remove(random.nextInt(paragraph.parts.size()));
        } else {
            change(paragraph.parts.get(random.nextInt(paragraph.parts.size())), model);
        }
    }
}
