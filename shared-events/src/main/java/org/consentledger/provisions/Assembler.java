package org.consentledger.provisions;

import static org.consentledger.provisions.Drafts.NONE;

import java.util.ArrayList;
import java.util.List;
import org.consentledger.provisions.Marker.Level;
import org.consentledger.provisions.Marker.Reading;
import org.consentledger.provisions.Scanner.Entry;
import org.jspecify.annotations.Nullable;

/**
 * Makes provisions of what the lines begin. A line that begins nothing belongs to the provision before it; where that is a
 * heading, it begins the first paragraph, which is seldom numbered; where it is an elision, it begins a text of its own.
 */
final class Assembler {
    private record OpenHeading(Level level, int index) {}

    private final String text;
    private final List<Entry> entries;
    private final Following following;
    private final boolean hasArticles;
    private final Drafts drafts = new Drafts();
    private final List<OpenHeading> headings = new ArrayList<>();
    private final OpenLists lists = new OpenLists();
    private String articlesBelow = "";
    private int supplementaries;
    private int supplementary = NONE;
    private int article = NONE;
    private @Nullable String articleNumber;
    private @Nullable Style articleStyle;
    private int paragraph = NONE;
    private int lastParagraph;
    private @Nullable Style paragraphStyle;
    private @Nullable Entry captionLine;

    Assembler(String text, List<Entry> entries) {
        this.text = text;
        this.entries = entries;
        following = new Following(entries);
        hasArticles = entries.stream().anyMatch(entry -> entry.marker() instanceof Marker.Article);
    }

    List<Provision> assemble() {
        for (int i = 0; i < entries.size(); i++) {
            var entry = entries.get(i);
            switch (entry.marker()) {
                case Marker.Text line -> text(entry, line);
                case Marker.Caption line -> caption(entry, line, i);
                case Marker.Elision _ -> elision(entry, i);
                case Marker.Closing _ -> {
                    closeAll();
                    drafts.addNext(Kind.TEXT, "text", entry.from(), NONE);
                }
                case Marker.Heading heading -> heading(entry, heading);
                case Marker.Supplementary heading -> supplementary(entry, heading);
                case Marker.Article heading -> article(entry, heading, following.isBody(i));
                case Marker.Numbered numbered -> numbered(entry, numbered, following.isBody(i));
                case Marker.Decimal decimal -> decimal(entry, decimal);
            }
        }
        if (drafts.last() == NONE && !text.isEmpty()) {
            drafts.addNext(Kind.TEXT, "text", 0, NONE);
        }
        return drafts.provisions(text);
    }

    private void text(Entry entry, Marker.Text line) {
        if (drafts.last() == NONE && line.title()) {
            drafts.add("title", Kind.TITLE, null, null, null, entry.from(), NONE);
        } else {
            plain(entry);
        }
    }

    private void plain(Entry entry) {
        if (drafts.last() == NONE) {
            drafts.addNext(Kind.TEXT, "text", entry.from(), NONE);
            return;
        }
        int last = drafts.last();
        switch (drafts.kind(last)) {
            case ARTICLE, SUPPLEMENTARY -> firstParagraph(entry.from());
            case TITLE -> drafts.addNext(Kind.TEXT, "text", entry.from(), NONE);
            case CHAPTER, SECTION -> drafts.addNext(Kind.TEXT, "text", entry.from(), last);
            case ELISION -> drafts.addNext(Kind.TEXT, "text", entry.from(), drafts.parent(last));
            case TEXT -> {
                if (entry.afterBlank()) {
                    drafts.addNext(Kind.TEXT, "text", entry.from(), drafts.parent(last));
                }
            }
            case PARAGRAPH, ITEM, SUBITEM -> {}
        }
    }

    private void caption(Entry entry, Marker.Caption line, int index) {
        if (following.isArticle(index) || (supplementary != NONE && following.isParagraph(index))) {
            captionLine = entry;
        } else if (drafts.last() != NONE && drafts.last() == article && !drafts.isCaptioned(article)) {
            drafts.caption(article, line.caption());
        } else {
            plain(entry);
        }
    }

    /** Where it begins, its caption line included, and that caption or the one given. */
    private int begin(Entry entry) {
        return captionLine == null ? entry.from() : captionLine.from();
    }

    private @Nullable String captionOr(@Nullable String other) {
        var caption =
                captionLine != null && captionLine.marker() instanceof Marker.Caption line ? line.caption() : other;
        captionLine = null;
        return caption;
    }

    private void heading(Entry entry, Marker.Heading heading) {
        closeArticle();
        supplementary = NONE;
        headings.removeIf(open -> open.level().compareTo(heading.level()) >= 0);
        int parent = headings.isEmpty() ? NONE : headings.getLast().index();
        int index = drafts.add(
                drafts.below(parent) + heading.level().segment + ":" + heading.number(),
                heading.level().kind,
                heading.number(),
                heading.label(),
                heading.caption(),
                entry.from(),
                parent);
        headings.add(new OpenHeading(heading.level(), index));
        articlesBelow = "";
    }

    private void supplementary(Entry entry, Marker.Supplementary heading) {
        closeAll();
        supplementaries++;
        supplementary = drafts.add(
                "suppl:" + supplementaries,
                Kind.SUPPLEMENTARY,
                Integer.toString(supplementaries),
                heading.label(),
                heading.caption(),
                entry.from(),
                NONE);
        if (heading.content() != Marker.NOTHING) {
            firstParagraph(heading.content());
        }
    }

    private void article(Entry entry, Marker.Article heading, boolean bodyFollows) {
        closeArticle();
        boolean bare = bodyFollows && heading.bareCaption() != null;
        addArticle(
                begin(entry),
                heading.number(),
                heading.label(),
                captionOr(bare ? heading.bareCaption() : heading.caption()));
        if (!bare && heading.content() != Marker.NOTHING) {
            firstParagraph(heading.content());
        }
    }

    private void addArticle(int from, String number, String label, @Nullable String caption) {
        int parent = container();
        if (supplementary != NONE) {
            articlesBelow = drafts.below(supplementary);
        } else if (number.equals("1") && drafts.wasPrinted("art:1") && !headings.isEmpty()) {
            // Numbers that begin anew in each chapter.
            articlesBelow = drafts.below(headings.getFirst().index());
        }
        article = drafts.add(articlesBelow + "art:" + number, Kind.ARTICLE, number, label, caption, from, parent);
        articleNumber = number;
    }

    private void firstParagraph(int from) {
        lists.clear();
        int host = article != NONE ? article : supplementary;
        lastParagraph = 1;
        paragraph = drafts.add(drafts.below(host) + "para:1", Kind.PARAGRAPH, "1", null, null, from, host);
    }

    private void numbered(Entry entry, Marker.Numbered line, boolean bodyFollows) {
        var place = new Places(hasArticles || supplementary != NONE, article != NONE, articleStyle, articleNumber)
                .of(line.readings(), lists, lastParagraph, paragraphStyle);
        switch (place) {
            case Places.AsArticle as -> {
                closeArticle();
                articleStyle = as.reading().style();
                boolean bare = bodyFollows && line.bareCaption() != null;
                addArticle(
                        begin(entry),
                        Integer.toString(as.reading().number()),
                        line.label(),
                        captionOr(bare ? line.bareCaption() : null));
                if (!bare && line.content() != Marker.NOTHING) {
                    firstParagraph(line.content());
                }
            }
            case Places.AsParagraph as -> {
                paragraphStyle = as.reading().style();
                paragraph(entry, as.reading().number(), line.label());
            }
            case Places.AsItem as -> item(entry, as.reading(), as.list(), line.label());
            case Places.AsText _ -> plain(entry);
        }
    }

    private void paragraph(Entry entry, int number, String label) {
        lists.clear();
        int host = article != NONE ? article : container();
        int from = begin(entry);
        lastParagraph = number;
        paragraph = drafts.add(
                drafts.below(host) + "para:" + number,
                Kind.PARAGRAPH,
                Integer.toString(number),
                label,
                captionOr(null),
                from,
                host);
    }

    private void item(Entry entry, Reading reading, int list, String label) {
        int parent = list < 0 ? innermost() : lists.parent(list);
        if (list >= 0) {
            lists.closeFrom(list);
        }
        boolean outermost = lists.depth() == 0;
        int item = drafts.add(
                drafts.below(parent) + (outermost ? "item:" : "sub:") + reading.number(),
                outermost ? Kind.ITEM : Kind.SUBITEM,
                Integer.toString(reading.number()),
                label,
                null,
                entry.from(),
                parent);
        lists.open(reading, parent, item);
    }

    /** 1.1 is a paragraph of article 1, 1.1.1 its item, and one deeper a subitem. */
    private void decimal(Entry entry, Marker.Decimal decimal) {
        var parts = decimal.parts();
        boolean ofArticle = Integer.toString(parts.getFirst()).equals(articleNumber) && article != NONE;
        boolean ofParagraph = ofArticle && parts.size() > 2 && parts.get(1) == lastParagraph && paragraph != NONE;
        if (ofArticle && parts.size() == 2) {
            paragraph(entry, parts.getLast(), decimal.label());
        } else if (ofParagraph && parts.size() == 3) {
            item(entry, Style.DECIMAL_ITEM, 0, decimal);
        } else if (ofParagraph && lists.counting(Style.DECIMAL_ITEM) == 0) {
            item(entry, Style.DECIMAL_SUBITEM, 1, decimal);
        } else {
            plain(entry);
        }
    }

    private void item(Entry entry, Style style, int depth, Marker.Decimal decimal) {
        var reading = new Reading(style, decimal.parts().getLast());
        if (lists.depth() > depth) {
            item(entry, reading, depth, decimal.label());
        } else {
            item(entry, reading, -1, decimal.label());
        }
    }

    private int innermost() {
        if (lists.depth() > 0) {
            return lists.innermost();
        }
        return paragraph != NONE ? paragraph : article != NONE ? article : container();
    }

    /** What articles are put into here. */
    private int container() {
        if (supplementary != NONE) {
            return supplementary;
        }
        return headings.isEmpty() ? NONE : headings.getLast().index();
    }

    private void elision(Entry entry, int index) {
        var next = following.after(index);
        int parent = next == null ? ofContainer(null) : elided(next);
        drafts.addNext(Kind.ELISION, "elision", entry.from(), parent);
    }

    /** What is elided belongs where the line after it belongs: before an item to its paragraph, and so on. */
    private int elided(Entry next) {
        boolean inArticle = article != NONE || paragraph != NONE;
        return switch (next.marker()) {
            case Marker.Numbered line
            when inArticle -> {
                var places =
                        new Places(hasArticles || supplementary != NONE, article != NONE, articleStyle, articleNumber);
                yield switch (places.of(line.readings(), lists, lastParagraph, paragraphStyle)) {
                    case Places.AsArticle _ -> ofContainer(next.marker());
                    case Places.AsParagraph _ -> ofArticle();
                    case Places.AsItem as -> ofList(as.list());
                    case Places.AsText _ -> innermost();
                };
            }
            case Marker.Decimal decimal when inArticle -> decimal.parts().size() == 2 ? ofArticle() : innermost();
            case Marker.Text _ when inArticle && !next.afterBlank() -> ofArticle();
            case Marker.Numbered _, Marker.Decimal _, Marker.Text _, Marker.Caption _ -> ofContainer(next.marker());
            case Marker.Article _, Marker.Heading _, Marker.Supplementary _, Marker.Closing _, Marker.Elision _ ->
                ofContainer(next.marker());
        };
    }

    private int ofList(int list) {
        if (list < 0) {
            return innermost();
        }
        lists.closeInside(list);
        return lists.parent(list);
    }

    private int ofArticle() {
        lists.clear();
        paragraph = NONE;
        return article != NONE ? article : container();
    }

    private int ofContainer(@Nullable Marker next) {
        closeArticle();
        if (next == null || next instanceof Marker.Supplementary || next instanceof Marker.Closing) {
            closeAll();
        }
        return container();
    }

    private void closeArticle() {
        lists.clear();
        article = NONE;
        articleNumber = null;
        paragraph = NONE;
        lastParagraph = 0;
        paragraphStyle = null;
    }

    private void closeAll() {
        closeArticle();
        headings.clear();
        supplementary = NONE;
        articlesBelow = "";
    }
}
