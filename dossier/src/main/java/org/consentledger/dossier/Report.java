package org.consentledger.dossier;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.consentledger.texts.Texts;

/**
 * The report of a dossier: what a judge reads, on paper if he likes. A summary of one page in Japanese, the same in English,
 * then annexes with all that it rests on.
 */
final class Report {
    private static final String STYLE = style();

    private final Derived derived;
    private final Page page = new Page();
    private final List<Words> spoken;
    private final List<Annex> annexes = new ArrayList<>();

    /** @param name of its place in the page, and of its title among the words */
    private record Annex(String name, Runnable content) {}

    Report(Derived derived) {
        this.derived = derived;
        this.spoken = Texts.SPOKEN.stream()
                .map(language -> new Words(language, derived.zone()))
                .toList();
        annexes.add(new Annex("facts", this::facts));
        if (derived.applied().isPresent()) {
            annexes.add(new Annex("texts", this::texts));
            derived.before().ifPresent(_ -> annexes.add(new Annex("comparison", this::comparison)));
        }
        annexes.add(new Annex("proof", () -> new ProofSection(page, derived, spoken).write()));
    }

    String page() {
        page.element(
                "html",
                () -> {
                    page.element("head", () -> {
                        page.element("meta", "", "charset", "utf-8");
                        page.element("title", both("title"));
                        page.element("style", STYLE);
                    });
                    page.element("body", () -> {
                        spoken.forEach(this::summary);
                        annexes.forEach(this::annex);
                    });
                },
                "lang",
                Texts.SPOKEN.getFirst().toLanguageTag());
        return page.finished();
    }

    private void summary(Words words) {
        page.element(
                "section",
                () -> {
                    page.element("h1", words.say("title"));
                    new SummarySection(page, derived, words).write();
                    page.element("p", () -> contents(words), "class", "contents");
                },
                "lang",
                words.language().toLanguageTag());
    }

    /** Where the annexes begin; the number of the page is put there when it is printed. */
    private void contents(Words words) {
        separated(annexes, annex -> page.element("a", words.say("annex." + annex.name()), "href", "#" + annex.name()));
    }

    private <T> void separated(List<T> all, Consumer<T> writing) {
        for (int i = 0; i < all.size(); i++) {
            if (i > 0) {
                page.text(" / ");
            }
            writing.accept(all.get(i));
        }
    }

    private void annex(Annex annex) {
        page.element("section", () -> {
            page.element("h1", both("annex." + annex.name()), "id", annex.name());
            annex.content().run();
        });
    }

    private void facts() {
        spoken.forEach(words -> new FactsSection(page, derived, words).write());
    }

    /** The texts themselves, once: they have one language. */
    private void texts() {
        derived.shown().forEach(edition -> {
            page.element("h2", edition.content().label());
            page.element("p", edition.digest().toString(), "class", "small");
            page.element("pre", edition.content().text());
        });
    }

    private void comparison() {
        derived.applied()
                .ifPresent(newer -> derived.before().ifPresent(older -> {
                    page.element(
                            "p",
                            older.content().label() + " → " + newer.content().label());
                    new ComparisonSection(
                                    page, both("comparison.new"), both("comparison.old"), both("comparison.remarks"))
                            .write(older, newer);
                }));
    }

    private String both(String key) {
        return spoken.stream().map(words -> words.say(key)).collect(Collectors.joining(" / "));
    }

    private static String style() {
        try (var css = Report.class.getResourceAsStream("report.css")) {
            if (css == null) {
                throw new IllegalStateException("report.css is not part of the program");
            }
            return new String(css.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
