package org.consentledger.dossier;

import java.util.Objects;
import java.util.stream.Collectors;
import org.consentledger.answer.StandingAnswer.Purpose;
import org.consentledger.events.terms.TermsRegistered;
import org.consentledger.ledger.audit.EventBytes;
import org.consentledger.standing.Standing;
import org.consentledger.standing.Standing.PurposeState;

/** What was asked, the answer, why, what proves it and how to check it: one page, in one language. */
final class SummarySection {
    private final Page page;
    private final Derived derived;
    private final Words words;

    SummarySection(Page page, Derived derived, Words words) {
        this.page = page;
        this.derived = derived;
        this.words = words;
    }

    void write() {
        question();
        answer();
        because();
        evidence();
        page.element("h2", words.say("checking"));
        page.element("p", words.say("checking.how"));
        page.element("p", words.say("checking.limits"), "class", "small");
    }

    private void question() {
        var question = derived.sources().question();
        page.element("h2", words.say("question"));
        page.rows(
                words.say("question.customer"), question.customerId().value(),
                words.say("question.terms"),
                        words.say(
                                "question.terms.value",
                                derived.terms().map(TermsRegistered::title).orElse(""),
                                question.termsId().value(),
                                derived.terms().map(TermsRegistered::provider).orElse("")),
                words.say("question.at"), words.moment(question.at()),
                words.say("question.knownAt"), known(question));
    }

    private String known(Question question) {
        var size = Long.toString(question.ledgerSize());
        return question.knownTime()
                .map(time -> words.say("question.known", words.moment(time), size))
                .orElseGet(() -> words.say("question.known.position", size));
    }

    private void answer() {
        var standing = derived.standing();
        page.element("h2", words.say("answer"));
        page.element("p", answered(standing), "class", "answer");
        var due = standing.due().stream().map(this::due).collect(Collectors.joining(words.say("comma")));
        if (!due.isEmpty()) {
            page.element("p", words.say("answer.due", due));
        }
        var purposes = Purpose.of(standing);
        if (!purposes.isEmpty()) {
            page.table(
                    () -> {
                        page.element("th", words.say("purposes.title"), "scope", "col");
                        page.element("th", words.say("purposes.state"), "scope", "col", "class", "state");
                        page.element("th", words.say("purposes.since"), "scope", "col", "class", "since");
                    },
                    () -> purposes.forEach(this::purpose));
        }
    }

    private String answered(Standing standing) {
        var edition = standing.edition();
        return edition == null
                ? words.say("answer." + standing.mode())
                : words.say(
                        "answer." + standing.mode(),
                        words.edition(edition.label(), edition.edition()),
                        words.day(edition.effectiveFrom()),
                        words.moment(Objects.requireNonNull(standing.since())));
    }

    private String due(Standing.Due due) {
        return switch (due) {
            case Standing.Due.AcceptEdition accept ->
                words.say("due.accept", accept.edition().toString());
            case Standing.Due.RenewPurpose renew ->
                words.say("due.renew", renew.purposeId().value());
            case Standing.Due.DecidePurpose decide ->
                words.say("due.decide", decide.purposeId().value());
        };
    }

    private void purpose(Purpose purpose) {
        var state = "state." + purpose.state();
        var said = words.say(purpose.state() == PurposeState.CONSENTED ? state + "." + purpose.basis() : state);
        page.element("tr", () -> {
            page.element("td", purpose.provision() + " " + purpose.title());
            page.element("td", said);
            page.element("td", purpose.since() == null ? "" : words.day(purpose.since()));
        });
    }

    private void because() {
        page.element("h2", words.say("because"));
        page.element(
                "ol",
                () -> derived.answer(words.language()).because().forEach(told -> page.element("li", told.text())));
    }

    private void evidence() {
        page.element("h2", words.say("evidence"));
        page.element("p", words.say("evidence.note", words.zone().getId()));
        var facts = new FactNames(derived, words);
        page.element(
                "table",
                () -> page.element(
                        "tbody",
                        () -> derived.grounds()
                                .forEach(event -> page.element("tr", () -> {
                                    page.element("td", facts.name(event));
                                    page.element("td", words.time(event.recordedAt()), "class", "time");
                                    page.element("td", files(event), "class", "files");
                                }))));
    }

    private static String files(EventBytes event) {
        return DossierPaths.event(event.position()) + ", " + DossierPaths.receipt(event.position());
    }
}
