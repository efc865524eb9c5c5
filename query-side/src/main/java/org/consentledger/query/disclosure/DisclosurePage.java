package org.consentledger.query.disclosure;

import java.util.List;
import java.util.Locale;
import org.consentledger.answer.StandingAnswer.OfInstant;
import org.consentledger.query.disclosure.Disclosure.Held;
import org.consentledger.query.platform.HtmlPage;
import org.consentledger.texts.Printable;
import org.jsoup.nodes.Element;

/** A disclosure as a page to be read and printed: first what holds now, then every record. */
final class DisclosurePage {
    private static final String STYLE = """
            @page { size: A4; margin: 20mm }
            body { font: 10.5pt/1.7 "Hiragino Kaku Gothic ProN", "Yu Gothic", "Meiryo", "Noto Sans CJK JP", sans-serif; \
            margin: 2em auto; max-width: 46em; padding: 0 1.2em; color: #111; background: #fff; overflow-wrap: anywhere }
            h1 { font-size: 1.4em; margin: 0 0 .8em }
            h2 { font-size: 1.15em; margin: 2.2em 0 .6em; padding-bottom: .2em; border-bottom: 2px solid #333; \
            break-after: avoid }
            h3 { font-size: 1em; margin: 0 0 .4em; break-after: avoid }
            dl { display: grid; grid-template-columns: minmax(9em, max-content) 1fr; gap: .1em 1.2em; margin: 0 }
            dt { color: #555 } dd { margin: 0; white-space: pre-wrap }
            header { border: 1px solid #999; padding: 1em 1.2em }
            header p { margin: .8em 0 0 }
            article { border: 1px solid #bbb; padding: .7em 1.2em; margin: 0 0 .9em; break-inside: avoid }
            article time { font-weight: normal; color: #444; margin-right: .8em }
            table { border-collapse: collapse; width: 100%; margin: .6em 0 }
            th, td { border: 1px solid #bbb; padding: .3em .6em; text-align: left; vertical-align: top; \
            overflow-wrap: break-word }
            th { background: #f2f2f2; font-weight: normal }
            ul { margin: .4em 0; padding-left: 1.4em }
            .origin { color: #666; font-size: .85em; margin: .5em 0 0 }
            @media print { body { margin: 0; padding: 0; max-width: none } }
            """;

    private final Disclosure disclosure;
    private final Wording words;

    private DisclosurePage(Disclosure disclosure, Wording words) {
        this.disclosure = disclosure;
        this.words = words;
    }

    static byte[] of(Disclosure disclosure, Locale language) {
        var page = new DisclosurePage(disclosure, new Wording(language));
        var title = page.words.say("title");
        var document = HtmlPage.of(language.toLanguageTag(), title, STYLE);
        var body = document.body();
        body.appendElement("h1").text(title);
        body.appendChild(page.head());
        if (!disclosure.standings().isEmpty()) {
            body.appendElement("h2").text(page.words.say("standings"));
            disclosure.standings().forEach(standing -> body.appendChild(page.standing(standing)));
        }
        body.appendElement("h2")
                .text(page.words.say("records", disclosure.records().size()));
        disclosure.records().forEach(held -> body.appendChild(page.held(held)));
        return HtmlPage.bytes(document);
    }

    private Element head() {
        var head = new Element("header");
        var list = head.appendElement("dl");
        describe(list, words.say("customer"), disclosure.customerId().value());
        describe(list, words.say("request"), disclosure.requestId());
        describe(list, words.say("grantedAt"), words.moment(disclosure.grantedAt()));
        describe(list, words.say("madeAt"), words.moment(disclosure.madeAt()));
        head.appendElement("p").text(words.say("about"));
        return head;
    }

    private Element standing(OfInstant standing) {
        var article = new Element("article");
        var edition = standing.edition();
        article.appendElement("h3")
                .text(Printable.text(
                        edition == null ? standing.termsId().value() : standing.termsId() + " " + edition.label()));
        var because = article.appendElement("ul");
        standing.because().forEach(told -> because.appendElement("li").text(Printable.text(told.text())));
        if (!standing.purposes().isEmpty()) {
            var table = article.appendElement("table");
            row(
                    table.appendElement("thead"),
                    "th",
                    List.of(words.say("purpose"), words.say("provision"), words.say("state")));
            var rows = table.appendElement("tbody");
            standing.purposes()
                    .forEach(purpose -> row(
                            rows,
                            "td",
                            List.of(purpose.title(), purpose.provision(), words.say("state." + purpose.state()))));
        }
        return article;
    }

    private static void row(Element rows, String cell, List<String> texts) {
        var row = rows.appendElement("tr");
        texts.forEach(text -> row.appendElement(cell).text(Printable.text(text)));
    }

    private Element held(Held held) {
        var article = new Element("article");
        var heading = article.appendElement("h3");
        heading.appendElement("time")
                .attr("datetime", held.recordedAt().toString())
                .text(words.moment(held.recordedAt()));
        heading.appendText(words.event(held.event()));
        var list = article.appendElement("dl");
        words.lines(held.said()).forEach(line -> describe(list, line.label(), line.value()));
        article.appendElement("p")
                .addClass("origin")
                .text(words.say("origin", held.recordId(), Long.toString(held.position())));
        return article;
    }

    private static void describe(Element list, String label, String value) {
        list.appendElement("dt").text(label);
        list.appendElement("dd").text(Printable.text(value));
    }
}
