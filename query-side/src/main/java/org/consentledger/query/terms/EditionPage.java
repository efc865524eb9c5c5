package org.consentledger.query.terms;

import java.util.ArrayList;
import java.util.Locale;
import org.consentledger.provisions.PrintedPath;
import org.consentledger.provisions.Provision;
import org.consentledger.provisions.WarningTexts;
import org.consentledger.query.platform.HtmlPage;
import org.consentledger.texts.Printable;
import org.consentledger.texts.Texts;
import org.jsoup.nodes.Element;

/**
 * An edition as a page. Each provision is an element of its own with its path as the id, so {@code #art:32/para:2} leads to
 * it, and what it says stands there as printed; only line ends and spaces behind it are left out.
 */
final class EditionPage {
    private static final Texts TEXTS = new Texts(EditionPage.class, "page");
    private static final String STYLE = """
            @page { size: A4; margin: 20mm }
            body { font: 11pt/1.8 "Hiragino Mincho ProN", "Yu Mincho", "MS Mincho", "Noto Serif CJK JP", serif; \
            margin: 2em auto; max-width: 46em; padding: 0 1.2em; color: #111; background: #fff; \
            overflow-wrap: anywhere; line-break: strict }
            header { border-bottom: 1px solid #999; margin-bottom: 2em; padding-bottom: .6em; font-size: .85em; color: #333 }
            header dl { display: grid; grid-template-columns: max-content 1fr; gap: 0 1.2em; margin: 0 }
            dt { color: #555 } dd { margin: 0 }
            code { font-size: .9em }
            h1 { font-size: 1.35em; line-height: 1.5; margin: 1em 0 }
            h2 { font-size: 1.15em; margin: 2em 0 .6em; break-after: avoid }
            h3 { font-size: 1.05em; margin: 1.6em 0 .5em; break-after: avoid }
            h4 { font-size: 1em; margin: 1.4em 0 .2em; break-after: avoid }
            h1, h2, h3, h4, p, li > span { white-space: pre-wrap }
            p { margin: .2em 0 .5em }
            ul.items { list-style: none; margin: .2em 0 .5em; padding-left: 1.6em }
            li { margin: .2em 0; break-inside: avoid }
            p.elision { color: #666 }
            :target { background: #fff4c2 }
            aside, footer { border: 1px solid #999; padding: .6em 1.2em; margin: 2em 0; font-size: .88em }
            aside h2, footer h2 { margin: 0 0 .4em }
            table { border-collapse: collapse; width: 100% }
            th, td { border: 1px solid #999; padding: .2em .5em; text-align: left; vertical-align: top; \
            overflow-wrap: break-word }
            th { white-space: nowrap }
            a { color: inherit }
            @media print { body { margin: 0; padding: 0; max-width: none; font-size: 10.5pt } :target { background: none } }
            """;

    private final FoundEdition found;
    private final Locale language;

    private EditionPage(FoundEdition found, Locale language) {
        this.found = found;
        this.language = language;
    }

    static byte[] of(FoundEdition found, Locale language) {
        var page = new EditionPage(found, language);
        var title = Printable.text(
                found.terms().title() + " " + found.row().content().label());
        var document = HtmlPage.of(found.terms().language(), title, STYLE);
        document.body().appendChild(page.head());
        if (found.row().status() == EditionRow.Status.DRAFT && !found.warnings().isEmpty()) {
            document.body().appendChild(page.warnings());
        }
        document.body().appendChild(page.text());
        if (!found.row().content().purposes().isEmpty()) {
            document.body().appendChild(page.purposes());
        }
        return HtmlPage.bytes(document);
    }

    private Element head() {
        var row = found.row();
        var head = spoken("header");
        var list = head.appendElement("dl");
        describe(list, "terms", found.terms().title());
        describe(list, "edition", row.content().label() + " (" + row.number() + ")");
        describe(list, "state", TEXTS.say(language, "state." + found.state()));
        describe(
                list,
                "effectiveOn",
                row.content().effectiveOn() + " (" + found.terms().timeZone() + ")");
        list.appendElement("dt").text(TEXTS.say(language, "digest"));
        list.appendElement("dd").appendElement("code").text(row.digest().value());
        return head;
    }

    private void describe(Element list, String key, String value) {
        list.appendElement("dt").text(TEXTS.say(language, key));
        list.appendElement("dd").text(Printable.text(value));
    }

    private Element warnings() {
        var aside = spoken("aside");
        aside.appendElement("h2").text(TEXTS.say(language, "warnings"));
        var list = aside.appendElement("ul");
        found.warnings()
                .forEach(warning -> list.appendElement("li")
                        .appendElement("a")
                        .attr("href", "#" + warning.path())
                        .text(Printable.text(WarningTexts.of(warning, language))));
        return aside;
    }

    private Element text() {
        var main = new Element("main");
        var elements = new ArrayList<Element>();
        for (var provision : found.structure().provisions()) {
            var parent = provision.parent() < 0 ? main : elements.get(provision.parent());
            elements.add(place(provision, parent));
        }
        return main;
    }

    /** Puts a provision behind what its parent holds already, and answers what holds its own children. */
    private static Element place(Provision provision, Element parent) {
        var said = Printable.text(provision.text().strip());
        return switch (provision.kind()) {
            case TITLE -> leaf(parent, "h1", provision, said);
            case CHAPTER, SUPPLEMENTARY -> headed(parent, "section", "h2", provision, said);
            case SECTION -> headed(parent, "section", "h3", provision, said);
            case ARTICLE -> headed(parent, "article", "h4", provision, said);
            case PARAGRAPH -> {
                var paragraph = named(parent.appendElement("div"), provision);
                paragraph.appendElement("p").appendText(said);
                yield paragraph;
            }
            case ITEM, SUBITEM -> {
                var item = named(list(parent).appendElement("li"), provision);
                item.appendElement("span").appendText(said);
                yield item;
            }
            case TEXT -> leaf(parent, "p", provision, said);
            case ELISION -> leaf(parent, "p", provision, said).addClass("elision");
        };
    }

    private static Element leaf(Element parent, String tag, Provision provision, String said) {
        return named(parent.appendElement(tag), provision).appendText(said);
    }

    private static Element headed(Element parent, String tag, String heading, Provision provision, String said) {
        var section = named(parent.appendElement(tag), provision);
        section.appendElement(heading).appendText(said);
        return section;
    }

    private static Element named(Element element, Provision provision) {
        return element.attr("id", provision.path())
                .addClass(provision.kind().name().toLowerCase(Locale.ROOT));
    }

    /** Items that follow each other are one list. */
    private static Element list(Element parent) {
        var last = parent.lastElementChild();
        return last != null && last.hasClass("items")
                ? last
                : parent.appendElement("ul").addClass("items");
    }

    private Element purposes() {
        var footer = spoken("footer");
        footer.appendElement("h2").text(TEXTS.say(language, "purposes"));
        var table = footer.appendElement("table");
        var columns = table.appendElement("thead").appendElement("tr");
        for (var column : new String[] {"purpose", "provision", "mode", "thirdParties"}) {
            columns.appendElement("th").attr("scope", "col").text(TEXTS.say(language, column));
        }
        var rows = table.appendElement("tbody");
        for (var purpose : found.row().content().purposes()) {
            var row = rows.appendElement("tr");
            row.appendElement("td").text(Printable.text(purpose.title()));
            var stated = row.appendElement("td");
            found.structure()
                    .find(purpose.provision())
                    .map(Provision::path)
                    .ifPresentOrElse(
                            path -> stated.appendElement("a")
                                    .attr("href", "#" + path)
                                    .text(PrintedPath.of(path, language)),
                            () -> stated.text(Printable.text(purpose.provision())));
            row.appendElement("td").text(TEXTS.say(language, "mode." + purpose.mode()));
            row.appendElement("td").text(TEXTS.say(language, "thirdParties." + purpose.thirdParties()));
        }
        return footer;
    }

    /** What is not of the terms themselves is in the reader's language. */
    private Element spoken(String tag) {
        return new Element(tag).attr("lang", language.toLanguageTag());
    }
}
