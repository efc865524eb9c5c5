package org.consentledger.dossier;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.consentledger.answer.Because;
import org.consentledger.answer.StandingAnswer;
import org.consentledger.answer.StandingAnswer.OfInstant;
import org.consentledger.events.terms.EditionPublished;
import org.consentledger.events.terms.EditionWithdrawn;
import org.consentledger.events.terms.TermsRegistered;
import org.consentledger.ledger.audit.EventBytes;
import org.consentledger.ledger.statement.CanonicalJson;
import org.consentledger.standing.Reason;
import org.consentledger.standing.Recorded;
import org.consentledger.standing.Standing;
import org.consentledger.standing.StatedFacts;
import org.consentledger.texts.Texts;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** What follows from the sources of a dossier: the answer, the texts, the comparison, the report. */
final class Derived {
    private static final JsonMapper ANSWERS = JsonMapper.builder().build();
    private static final ZoneId UTC = ZoneId.of("UTC");

    private final Sources sources;
    private final List<Recorded<Object>> events;
    private final StatedFacts facts;
    private final Standing standing;

    Derived(Sources sources) {
        this.sources = sources;
        this.events = StatedEvents.of(sources.relevant().stream()
                .map(relevant -> relevant.proven().event())
                .toList());
        var question = sources.question();
        this.facts = StatedFacts.of(question.termsId(), question.customerId(), events)
                .amongFirst(question.ledgerSize());
        this.standing = Standing.of(facts.terms(), facts.customer(), question.at());
    }

    Sources sources() {
        return sources;
    }

    Standing standing() {
        return standing;
    }

    List<Recorded<Object>> events() {
        return events;
    }

    ZoneId zone() {
        return terms().map(TermsRegistered::timeZone).orElse(UTC);
    }

    Optional<TermsRegistered> terms() {
        return of(TermsRegistered.class).findFirst();
    }

    /** The answer, as {@code GET …/standing} gives it. */
    OfInstant answer(Locale language) {
        var question = sources.question();
        return OfInstant.of(
                question.customerId(),
                question.termsId(),
                question.at(),
                question.knownAt(),
                question.ledgerSize(),
                standing,
                new Because(language).in(zone()));
    }

    /** The edition that applied; empty where none did. */
    Optional<EditionPublished> applied() {
        return Optional.ofNullable(standing.edition())
                .flatMap(edition -> edition(edition.edition().value()));
    }

    /** The published and not withdrawn edition before the one that applied. */
    Optional<EditionPublished> before() {
        return applied()
                .flatMap(applied -> of(EditionPublished.class)
                        .filter(edition -> applied.edition().isAfter(edition.edition()))
                        .filter(edition -> of(EditionWithdrawn.class)
                                .noneMatch(withdrawn -> withdrawn.edition().equals(edition.edition())))
                        .max((a, b) ->
                                Integer.compare(a.edition().value(), b.edition().value())));
    }

    /** The one that the record names by which the customer is bound; empty where it is the one that applied. */
    Optional<EditionPublished> accepted() {
        return standing.because().stream()
                .filter(Reason.AcceptedEdition.class::isInstance)
                .map(Reason.AcceptedEdition.class::cast)
                .flatMap(reason -> edition(reason.edition().edition().value()).stream())
                .filter(edition -> !applied().map(EditionPublished::edition).equals(Optional.of(edition.edition())))
                .findFirst();
    }

    /** The edition that applied and the one that was accepted. */
    List<EditionPublished> shown() {
        return Stream.of(applied(), accepted()).flatMap(Optional::stream).toList();
    }

    Optional<EditionPublished> edition(int number) {
        return of(EditionPublished.class)
                .filter(edition -> edition.edition().value() == number)
                .findFirst();
    }

    /** The events that the answer rests on, in ledger order. */
    List<EventBytes> grounds() {
        var positions = standing.restsOn().stream().map(Standing.Fact::position).collect(Collectors.toSet());
        return sources.relevant().stream()
                .map(relevant -> relevant.proven().event())
                .filter(event -> positions.contains(event.position()))
                .toList();
    }

    private <E> Stream<E> of(Class<E> type) {
        return events.stream().map(Recorded::fact).filter(type::isInstance).map(type::cast);
    }

    /** All files that follow from the sources, by path. */
    Map<String, byte[]> files() {
        var files = new TreeMap<String, byte[]>();
        for (var language : Texts.SPOKEN) {
            files.put(DossierPaths.answer(language), canonical(answer(language)));
        }
        Stream.of(applied(), before(), accepted())
                .flatMap(Optional::stream)
                .forEach(edition -> files.put(
                        DossierPaths.edition(edition.edition().value()),
                        edition.content().text().getBytes(UTF_8)));
        files.put(DossierPaths.REPORT, new Report(this).page().getBytes(UTF_8));
        files.put(DossierPaths.GUIDE, guide());
        return files;
    }

    private static byte[] canonical(StandingAnswer.@Nullable OfInstant answer) {
        return CanonicalJson.canonicalize(ANSWERS.writeValueAsBytes(answer));
    }

    private static byte[] guide() {
        try (var text = Derived.class.getResourceAsStream("verifying.txt")) {
            if (text == null) {
                throw new IllegalStateException("verifying.txt is not part of the program");
            }
            return text.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
