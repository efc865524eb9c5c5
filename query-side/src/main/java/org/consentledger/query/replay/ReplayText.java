package org.consentledger.query.replay;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import org.consentledger.answer.Because;
import org.consentledger.answer.EditionName;
import org.consentledger.answer.StandingAnswer.Binding;
import org.consentledger.answer.StandingAnswer.Due;
import org.consentledger.answer.StandingAnswer.Edition;
import org.consentledger.answer.StandingAnswer.OfInstant;
import org.consentledger.answer.StandingAnswer.Purpose;
import org.consentledger.query.replay.ReplayAnswer.Verification;
import org.consentledger.query.replay.Step.Change;
import org.consentledger.standing.RecordedAs;
import org.consentledger.texts.Texts;
import org.jspecify.annotations.Nullable;

/** Tells a replay line by line; times are those of the terms' zone. */
final class ReplayText {
    private static final Texts TEXTS = new Texts(ReplayText.class, "replay");
    private static final Texts REASONS = new Texts(Because.class, "because");
    private static final String PURPOSE = "purpose:";

    private final Because.InZone words;

    ReplayText(Because.InZone words) {
        this.words = words;
    }

    List<String> lines(ReplayAnswer answer) {
        var lines = new ArrayList<String>();
        var replayed = answer.replayed();
        lines.add(say("title", replayed.customerId(), replayed.termsId()));
        lines.add(say("asked", moment(replayed.at()), replayed.knownAt(), Long.toString(replayed.ledgerSize())));
        lines.add("");
        lines.add(say("steps"));
        answer.steps().forEach(step -> step(step, lines));
        lines.add("");
        lines.add(say("answer"));
        answer(replayed, lines);
        lines.add("");
        verification(answer.verification(), lines);
        projection(answer, lines);
        return lines;
    }

    private void step(Step step, List<String> lines) {
        lines.add(say("step", Long.toString(step.position()), moment(step.recordedAt()), event(step.event())));
        if (step.changed().isEmpty()) {
            lines.add(say("step.nothing"));
        }
        step.changed().forEach(change -> lines.add(change(change)));
    }

    private String event(String storedName) {
        var key = "event." + storedName;
        return TEXTS.knows(language(), key) ? say(key) : storedName;
    }

    private String change(Change change) {
        return say(
                "change",
                what(change.what()),
                part(change.what(), change.before()),
                part(change.what(), change.after()));
    }

    private String what(String what) {
        return what.startsWith(PURPOSE) ? say("purpose", what.substring(PURPOSE.length())) : say(what);
    }

    private String part(String what, @Nullable Object part) {
        return switch (part) {
            case null -> say(what.startsWith(PURPOSE) ? "purpose.none" : "edition.none");
            case Edition edition -> edition(edition);
            case Binding binding -> binding(binding);
            case Purpose purpose -> state(purpose);
            case List<?> due -> due(due);
            default -> part.toString();
        };
    }

    private void answer(OfInstant replayed, List<String> lines) {
        lines.add(say("line", say("edition"), part("edition", replayed.edition())));
        lines.add(say("line", say("binding"), binding(replayed.binding())));
        replayed.purposes()
                .forEach(purpose -> lines.add(say(
                        "line",
                        say("purpose.titled", purpose.purposeId(), purpose.title(), purpose.provision()),
                        state(purpose))));
        lines.add(say("line", say("due"), due(replayed.due())));
        replayed.because().forEach(reason -> lines.add(say("because", reason.text())));
    }

    private String edition(Edition edition) {
        return say(
                "edition.named",
                EditionName.of(language(), edition.label(), edition.number()),
                moment(edition.effectiveFrom()));
    }

    private String binding(Binding binding) {
        return say("binding." + binding.mode()) + restingOn(binding.since(), binding.recordId(), binding.recordedAs());
    }

    private String state(Purpose purpose) {
        return say("state." + purpose.state())
                + (purpose.basis() == null ? "" : say("basis." + purpose.basis()))
                + restingOn(purpose.since(), purpose.recordId(), purpose.recordedAs());
    }

    private String restingOn(@Nullable Instant since, @Nullable String recordId, List<RecordedAs> recordedAs) {
        return (since == null ? "" : say("since", moment(since)))
                + (recordId == null ? "" : say("record", recordId))
                + recordedAs.stream()
                        .map(mark -> say("comma") + REASONS.say(language(), "recordedAs." + mark))
                        .collect(Collectors.joining());
    }

    private String due(List<?> all) {
        return all.isEmpty()
                ? say("due.none")
                : all.stream().map(Due.class::cast).map(this::due).collect(Collectors.joining(say("comma")));
    }

    private String due(Due due) {
        return due.edition() == null
                ? say("due." + due.action(), Objects.requireNonNull(due.purposeId()))
                : say("due." + due.action(), due.edition());
    }

    private void verification(Verification verification, List<String> lines) {
        lines.add(say(
                verification.verified() ? "verified" : "notVerified",
                Long.toString(verification.events()),
                Long.toString(verification.checkpointSize()),
                verification.ledger()));
        verification
                .findings()
                .forEach(found ->
                        lines.add(say("finding", found.damage(), Long.toString(found.position()), found.what())));
    }

    private void projection(ReplayAnswer answer, List<String> lines) {
        if (answer.projected() == null) {
            lines.add(say("projection.none"));
        } else if (answer.replayed().equals(answer.projected())) {
            lines.add(say(answer.verification().verified() ? "projection.agrees" : "projection.alike"));
        } else {
            lines.add(say("projection.differs"));
            if (answer.differs().isEmpty()) {
                lines.add(say("projection.grounds"));
            }
            answer.differs().forEach(change -> lines.add(change(change)));
        }
    }

    private String moment(Instant instant) {
        return TEXTS.times(language(), "moment").format(instant.atZone(words.zone()));
    }

    private Locale language() {
        return words.language();
    }

    private String say(String key, Object... arguments) {
        return TEXTS.say(language(), key, arguments);
    }
}
