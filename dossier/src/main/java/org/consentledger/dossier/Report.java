package org.consentledger.dossier;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.consentledger.answer.StandingAnswer.Purpose;
import org.consentledger.events.terms.EditionPublished;
import org.consentledger.events.terms.TermsRegistered;
import org.consentledger.ledger.note.Checkpoint;
import org.consentledger.standing.Standing;
import org.consentledger.texts.Texts;

/** The report of a dossier: what a judge reads, on paper if he likes; Japanese first, then the same in English. */
final class Report {
    private static final Texts TEXTS = new Texts(Report.class, "report");
    private static final String STYLE = """
            @page { size: A4; margin: 20mm 18mm }
            body { font: 10.5pt/1.65 "Hiragino Mincho ProN", "Yu Mincho", "MS Mincho", "Noto Serif CJK JP", "Noto Sans JP", serif; \
            margin: 1.5em auto; max-width: 52em; padding: 0 1em; color: #000; background: #fff }
            h1 { font-size: 1.5em; text-align: center; margin: 0 0 1em }
            h2 { font-size: 1.1em; border-bottom: 1px solid #000; margin: 1.6em 0 .5em; page-break-after: avoid }
            h3 { font-size: 1em; margin: 1.2em 0 .3em; page-break-after: avoid }
            table { border-collapse: collapse; width: 100%; margin: .4em 0 }
            thead { display: table-header-group }
            tr { page-break-inside: avoid }
            th, td { border: 1px solid #666; padding: .3em .5em; vertical-align: top; text-align: left; \
            word-wrap: break-word }
            th { background: #eee; font-weight: bold }
            table.keys { table-layout: fixed }
            th.key { width: 17em }
            td.comparison, pre { white-space: pre-wrap; word-wrap: break-word }
            pre { font: inherit; border: 1px solid #666; padding: .8em; margin: .4em 0 }
            .mono { font-family: "Noto Sans Mono CJK JP", "Noto Sans JP", monospace; font-size: .85em; word-wrap: break-word }
            ins, del { font-weight: bold; text-decoration: underline }
            section + section { page-break-before: always }
            @media print { body { margin: 0; padding: 0; max-width: none } }
            """;

    private final Derived derived;
    private final Page page = new Page();

    Report(Derived derived) {
        this.derived = derived;
    }

    String page() {
        page.element(
                "html",
                () -> {
                    page.element("head", () -> {
                        page.element("meta", "", "charset", "utf-8");
                        page.element("title", title(Texts.SPOKEN.getFirst()) + " / " + title(Texts.SPOKEN.getLast()));
                        page.element("style", STYLE);
                    });
                    page.element("body", () -> {
                        Texts.SPOKEN.forEach(language -> new InLanguage(language).write());
                        page.element("section", this::annex);
                    });
                },
                "lang",
                Texts.SPOKEN.getFirst().toLanguageTag());
        return page.finished();
    }

    private static String title(Locale language) {
        return TEXTS.say(language, "title");
    }

    /** The texts themselves, once: they have one language. */
    private void annex() {
        Stream.of(derived.applied(), derived.accepted())
                .flatMap(java.util.Optional::stream)
                .forEach(edition -> {
                    page.element(
                            "h2", both("annex.text") + " " + edition.content().label());
                    page.element("p", edition.digest().toString(), "class", "mono");
                    page.element("pre", edition.content().text());
                });
        derived.applied().ifPresent(newer -> derived.before().ifPresent(older -> comparison(older, newer)));
    }

    private void comparison(EditionPublished older, EditionPublished newer) {
        page.element(
                "h2",
                both("annex.comparison") + " " + older.content().label() + " → "
                        + newer.content().label());
        new ComparisonSection(page, both("comparison.new"), both("comparison.old"), both("comparison.remarks"))
                .write(older, newer);
    }

    private static String both(String key) {
        return TEXTS.say(Texts.SPOKEN.getFirst(), key) + " / " + TEXTS.say(Texts.SPOKEN.getLast(), key);
    }

    /** The report in one language. */
    private final class InLanguage {
        private final Locale language;

        InLanguage(Locale language) {
            this.language = language;
        }

        void write() {
            page.element(
                    "section",
                    () -> {
                        page.element("h1", title(language));
                        question();
                        answer();
                        purposes();
                        because();
                        new FactsSection(page, derived, language).write();
                        proof();
                    },
                    "lang",
                    language.toLanguageTag());
        }

        private void question() {
            var question = derived.sources().question();
            page.element("h2", say("question"));
            rows(
                    "question.customer", question.customerId().value(),
                    "question.terms",
                            derived.terms().map(TermsRegistered::title).orElse("") + " ("
                                    + question.termsId().value() + ")",
                    "question.provider",
                            derived.terms().map(TermsRegistered::provider).orElse(""),
                    "question.at", moment(question.at()),
                    "question.knownAt",
                            say("question.known", question.knownAt(), Long.toString(question.ledgerSize())));
        }

        private void answer() {
            var standing = derived.standing();
            var answer = derived.answer(language);
            page.element("h2", say("answer"));
            rows(
                    "answer.edition",
                            answer.edition() == null
                                    ? say("none")
                                    : answer.edition().label() + " ("
                                            + say(
                                                    "edition",
                                                    answer.edition().number().toString()) + ")",
                    "answer.effectiveFrom",
                            answer.edition() == null
                                    ? say("none")
                                    : moment(answer.edition().effectiveFrom()),
                    "answer.digest",
                            answer.edition() == null
                                    ? say("none")
                                    : answer.edition().digest().toString(),
                    "answer.mode", say("mode." + standing.mode()),
                    "answer.since", standing.since() == null ? say("none") : moment(standing.since()),
                    "answer.record", Objects.requireNonNullElse(standing.recordId(), say("none")),
                    "answer.due", due(standing));
        }

        private String due(Standing standing) {
            var due = standing.due().stream()
                    .map(one -> switch (one) {
                        case Standing.Due.AcceptEdition accept ->
                            say("due.accept", accept.edition().toString());
                        case Standing.Due.RenewPurpose renew ->
                            say("due.renew", renew.purposeId().value());
                        case Standing.Due.DecidePurpose decide ->
                            say("due.decide", decide.purposeId().value());
                    })
                    .toList();
            return due.isEmpty() ? say("none") : String.join(" / ", due);
        }

        private void purposes() {
            var purposes = Purpose.of(derived.standing());
            if (purposes.isEmpty()) {
                return;
            }
            page.element("h2", say("purposes"));
            page.element("table", () -> {
                head("purposes.title", "purposes.provision", "purposes.mode", "purposes.state", "purposes.since");
                page.element(
                        "tbody",
                        () -> purposes.forEach(purpose -> page.element("tr", () -> {
                            page.element(
                                    "td",
                                    purpose.title() + " (" + purpose.purposeId().value() + ")");
                            page.element("td", purpose.provision());
                            page.element("td", say("purposeMode." + purpose.mode()));
                            page.element("td", say("state." + purpose.state()));
                            page.element("td", purpose.since() == null ? "" : moment(purpose.since()));
                        })));
            });
        }

        private void because() {
            page.element("h2", say("because"));
            page.element(
                    "ol", () -> derived.answer(language).because().forEach(told -> page.element("li", told.text())));
        }

        private void proof() {
            var sources = derived.sources();
            var checkpoint = Checkpoint.parse(sources.checkpoint().text());
            page.element("h2", say("proof"));
            rows(
                    "proof.ledger", checkpoint.origin(),
                    "proof.size", Long.toString(checkpoint.size()),
                    "proof.root", checkpoint.root().base64(),
                    "proof.events", Integer.toString(sources.relevant().size()),
                    "proof.others", Integer.toString(sources.others().size()),
                    "proof.timestamp", sources.stamp() == null ? say("none") : DossierPaths.TOKEN);
            page.element("p", say("proof.how"));
            page.element("p", say("proof.limits"));
        }

        private void rows(String... keysAndValues) {
            page.element(
                    "table",
                    () -> page.element("tbody", () -> {
                        for (int i = 0; i < keysAndValues.length; i += 2) {
                            var key = keysAndValues[i];
                            var value = keysAndValues[i + 1];
                            page.element("tr", () -> {
                                page.element("th", say(key), "class", "key", "scope", "row");
                                page.element("td", value);
                            });
                        }
                    }),
                    "class",
                    "keys");
        }

        private void head(String... keys) {
            page.element(
                    "thead",
                    () -> page.element(
                            "tr", () -> List.of(keys).forEach(key -> page.element("th", say(key), "scope", "col"))));
        }

        private String moment(Instant instant) {
            return DateTimeFormatter.ofPattern(say("moment"), language).format(instant.atZone(derived.zone()));
        }

        private String say(String key, Object... arguments) {
            return TEXTS.say(language, key, arguments);
        }
    }
}
