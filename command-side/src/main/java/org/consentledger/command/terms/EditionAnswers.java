package org.consentledger.command.terms;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.consentledger.command.platform.WriteAnswers;
import org.consentledger.command.platform.Written;
import org.consentledger.command.terms.Warning.Place;
import org.consentledger.events.Channel;
import org.consentledger.events.ContentDigest;
import org.consentledger.events.EditionNumber;
import org.consentledger.events.TermsId;
import org.consentledger.events.terms.EditionWithdrawn;
import org.consentledger.provisions.PrintedPath;
import org.consentledger.provisions.WarningTexts;
import org.consentledger.texts.Texts;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;

/** What became of an edition, as the publisher's client reads it. */
final class EditionAnswers {
    private static final Texts WARNINGS = new Texts(EditionAnswers.class, "warnings");

    private EditionAnswers() {}

    record Edition(EditionNumber number, ContentDigest digest, Instant effectiveFrom, List<Remark> warnings) {}

    /**
     * A warning in words.
     *
     * @param path of a provision, or, beginning with a slash, a JSON pointer into the draft; {@code null} where the edition
     *     as a whole is meant
     */
    record Remark(String code, @Nullable String path, String message) {}

    record Notice(
            TermsId termsId,
            EditionNumber edition,
            Channel channel,
            Instant postedAt,
            @Nullable Instant until,
            @Nullable String url,
            @Nullable ContentDigest digest,
            String eventId,
            @Nullable Instant recordedAt,
            @Nullable Long position) {}

    record Withdrawn(
            TermsId termsId,
            EditionNumber edition,
            String reason,
            String eventId,
            @Nullable Instant recordedAt,
            @Nullable Long position) {}

    static ResponseEntity<Edition> edition(HttpStatus status, Written written, @Nullable String languages) {
        var language = Texts.language(languages);
        var edition = written.result(EditionAnswer.class);
        var remarks = Stream.concat(
                        edition.report().warnings().stream().map(warning -> remark(language, warning)),
                        edition.report().ofTheText().stream().map(warning -> remark(language, warning)))
                .toList();
        return WriteAnswers.answer(status, written)
                .header(HttpHeaders.CONTENT_LANGUAGE, language.toLanguageTag())
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE)
                .body(new Edition(edition.edition(), edition.digest(), edition.effectiveFrom(), remarks));
    }

    static ResponseEntity<Notice> notice(Written written) {
        var notice = written.result(NoticeAnswer.class).notice();
        var event = written.last();
        return WriteAnswers.answer(HttpStatus.CREATED, written)
                .body(new Notice(
                        notice.termsId(),
                        notice.edition(),
                        notice.channel(),
                        notice.postedAt(),
                        notice.until(),
                        notice.url(),
                        notice.digest(),
                        event.eventId(),
                        event.recordedAt(),
                        event.position()));
    }

    static ResponseEntity<Withdrawn> withdrawn(Written written) {
        var withdrawal = written.result(EditionWithdrawn.class);
        var event = written.last();
        return WriteAnswers.answer(HttpStatus.CREATED, written)
                .body(new Withdrawn(
                        withdrawal.termsId(),
                        withdrawal.edition(),
                        withdrawal.reason(),
                        event.eventId(),
                        event.recordedAt(),
                        event.position()));
    }

    private static Remark remark(Locale language, Warning warning) {
        Object[] named = warning.arguments().stream()
                .map(argument ->
                        argument instanceof Place place ? PrintedPath.of(place.path(), language) : argument.toString())
                .toArray();
        var code = warning.code().name();
        return new Remark(code, warning.path(), WARNINGS.say(language, code, named));
    }

    private static Remark remark(Locale language, org.consentledger.provisions.Warning warning) {
        return new Remark(warning.code().name(), warning.path(), WarningTexts.of(warning, language));
    }
}
