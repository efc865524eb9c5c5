package org.consentledger.query.terms;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.consentledger.comparison.Lineage;
import org.consentledger.events.EditionNumber;
import org.consentledger.events.TermsId;
import org.consentledger.provisions.Warnings;
import org.consentledger.query.platform.Code;
import org.consentledger.query.platform.DerivedTexts;
import org.consentledger.query.platform.KnownLeaves;
import org.consentledger.query.platform.QuestionRejected;
import org.consentledger.query.platform.Snapshots;
import org.consentledger.query.terms.TermsAnswers.Document;
import org.consentledger.query.terms.TermsAnswers.Notice;
import org.consentledger.query.terms.TermsAnswers.Withdrawal;
import org.consentledger.standing.Effect;
import org.consentledger.standing.Reason;
import org.consentledger.standing.TermsFact;
import org.springframework.stereotype.Component;

/** Finds editions as they were known when the ledger held a number of leaves. */
@Component
class FindEdition {
    private final TermsRegister register;
    private final EditionRegister editions;
    private final Snapshots snapshots;
    private final DerivedTexts derived;

    FindEdition(TermsRegister register, EditionRegister editions, Snapshots snapshots, DerivedTexts derived) {
        this.register = register;
        this.editions = editions;
        this.snapshots = snapshots;
        this.derived = derived;
    }

    /**
     * One edition with its text.
     *
     * @throws QuestionRejected {@code TERMS_UNKNOWN}, {@code EDITION_UNKNOWN}
     */
    EditionRow row(TermsId termsId, EditionNumber number, KnownLeaves known) {
        return snapshots.whenIncludedOfNobody(TermsProjection.NAME, known.size(), () -> {
            terms(termsId, known.size());
            return edition(termsId, number, known.size());
        });
    }

    /**
     * One edition with all that is derived of it.
     *
     * @param at when its state is asked for
     * @throws QuestionRejected as {@link #row}
     */
    FoundEdition whole(TermsId termsId, EditionNumber number, Instant at, KnownLeaves known) {
        var rows = snapshots.whenIncludedOfNobody(
                TermsProjection.NAME, known.size(), () -> rows(termsId, number, at, known));
        var structure = derived.structure(named(rows.edition(), known));
        var line = Stream.concat(
                        rows.published().stream().filter(other -> number.isAfter(other.number())),
                        Stream.of(rows.edition()))
                .toList();
        return new FoundEdition(
                rows.terms(),
                rows.edition(),
                EditionState.of(rows.edition(), at, rows.inForce()),
                rows.notices(),
                rows.withdrawal().orElse(null),
                effect(rows),
                structure,
                Warnings.of(structure, number.value(), rows.edition().content().effectiveOn()),
                line.stream().map(EditionRow::number).toList(),
                lineage(line, known));
    }

    /** What one state of the database says; what is derived of it can wait until the connection is given back. */
    private record Rows(
            Document terms,
            EditionRow edition,
            List<EditionRow> published,
            Optional<EditionNumber> inForce,
            List<Notice> notices,
            List<TermsFact> noticesPosted,
            Optional<Withdrawal> withdrawal) {}

    private Rows rows(TermsId termsId, EditionNumber number, Instant at, KnownLeaves known) {
        return new Rows(
                terms(termsId, known.size()),
                edition(termsId, number, known.size()),
                editions.published(termsId, known.size()),
                editions.inForce(termsId, at, known.size()).map(EditionRow::number),
                register.notices(termsId, number, known.size()),
                register.noticesPosted(termsId, known.size()),
                register.withdrawal(termsId, number, known.size()));
    }

    private Lineage lineage(List<EditionRow> line, KnownLeaves known) {
        return new Lineage(IntStream.range(1, line.size())
                .mapToObj(i -> derived.step(
                        named(line.get(i - 1), known),
                        named(line.get(i), known),
                        line.get(i).content().matches()))
                .toList());
    }

    private DerivedTexts.Named named(EditionRow row, KnownLeaves known) {
        return new DerivedTexts.Named(
                row.digest(), () -> withText(row, known).content().text());
    }

    private EditionRow withText(EditionRow row, KnownLeaves known) {
        return row.content().text().isEmpty() ? row(row.termsId(), row.number(), known) : row;
    }

    private static List<Reason> effect(Rows rows) {
        var facts = new ArrayList<TermsFact>();
        rows.published().forEach(other -> facts.add(fact(other, rows.terms())));
        if (rows.edition().status() == EditionRow.Status.DRAFT) {
            facts.add(fact(rows.edition(), rows.terms()));
        }
        facts.addAll(rows.noticesPosted());
        return Effect.of(facts, rows.edition().number());
    }

    private static TermsFact fact(EditionRow row, Document terms) {
        var content = row.content();
        var zone = ZoneId.of(terms.timeZone());
        var effectiveFrom = Objects.requireNonNullElseGet(
                row.effectiveFrom(),
                () -> content.effectiveOn().atStartOfDay(zone).toInstant());
        return new TermsFact.Published(
                row.number(), content.label(), row.digest(), effectiveFrom, content.change(), content.purposes());
    }

    private Document terms(TermsId terms, long size) {
        return register.document(terms, size).orElseThrow(() -> new QuestionRejected(Code.TERMS_UNKNOWN, terms));
    }

    private EditionRow edition(TermsId terms, EditionNumber number, long size) {
        return editions.edition(terms, number, size)
                .orElseThrow(() -> new QuestionRejected(Code.EDITION_UNKNOWN, terms, number.toString()));
    }
}
