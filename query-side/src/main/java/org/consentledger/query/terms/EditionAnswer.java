package org.consentledger.query.terms;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.consentledger.events.ContentDigest;
import org.consentledger.events.EditionNumber;
import org.consentledger.events.PurposeId;
import org.consentledger.events.TermsId;
import org.consentledger.events.terms.Change;
import org.consentledger.events.terms.ProvisionMatch;
import org.consentledger.events.terms.PurposeOfUse;
import org.consentledger.provisions.Kind;
import org.consentledger.provisions.WarningTexts;
import org.consentledger.query.platform.KnownLeaves;
import org.consentledger.query.terms.TermsAnswers.Notice;
import org.consentledger.query.terms.TermsAnswers.Withdrawal;
import org.jspecify.annotations.Nullable;

/**
 * An edition as clients see it; the contract, "Asking". All times UTC; days in the terms' zone.
 *
 * @param state where it stood in its life at {@code at}
 * @param effect whom it binds, or would bind were it published now
 * @param provisions in document order; their texts, joined, are the text
 */
record EditionAnswer(
        TermsId termsId,
        EditionNumber number,
        String label,
        EditionRow.Status status,
        EditionState state,
        LocalDate revisedOn,
        LocalDate effectiveOn,
        @Nullable Instant effectiveFrom,
        ContentDigest digest,
        Change change,
        List<Reason> effect,
        List<Purpose> purposes,
        List<Notice> notices,
        @Nullable Withdrawal withdrawal,
        List<ProvisionMatch> matches,
        String text,
        List<Provision> provisions,
        List<Warning> warnings,
        Instant at,
        String knownAt,
        long ledgerSize) {

    /** Where a provision first stood, whatever its number since. */
    record Identity(EditionNumber edition, String path) {}

    /**
     * A purpose of use as this edition states it.
     *
     * @param path of its provision in this edition; {@code null} where the text does not have it
     */
    record Purpose(
            PurposeId purposeId,
            String provision,
            @Nullable String path,
            @Nullable Identity identity,
            String title,
            PurposeOfUse.Mode mode,
            List<String> dataItems,
            boolean thirdParties,
            @Nullable String keptAfterLeaving,
            boolean materialChange) {}

    /**
     * A part of the text.
     *
     * @param text its own, without what its children say
     * @param from where its own text begins, in UTF-16 units
     * @param until where its own text ends, exclusive
     */
    record Provision(
            String path,
            Kind kind,
            @Nullable String number,
            @Nullable String label,
            @Nullable String caption,
            String text,
            int from,
            int until,
            Identity identity) {}

    record Warning(String code, String path, String message) {}

    record Reason(String code, String text) {}

    static EditionAnswer of(FoundEdition found, Instant at, KnownLeaves known, Locale language) {
        var row = found.row();
        var content = row.content();
        return new EditionAnswer(
                row.termsId(),
                row.number(),
                content.label(),
                row.status(),
                found.state(),
                content.revisedOn(),
                content.effectiveOn(),
                row.effectiveFrom(),
                row.digest(),
                content.change(),
                found.effect().stream()
                        .map(reason -> new Reason(reason.code(), EffectTexts.say(reason, language)))
                        .toList(),
                content.purposes().stream()
                        .map(purpose -> purpose(purpose, found))
                        .toList(),
                found.notices(),
                found.withdrawal(),
                content.matches(),
                content.text(),
                found.structure().provisions().stream()
                        .map(provision -> provision(provision, found))
                        .toList(),
                found.warnings().stream()
                        .map(warning ->
                                new Warning(warning.code().name(), warning.path(), WarningTexts.of(warning, language)))
                        .toList(),
                at,
                known.knownAt(),
                known.size());
    }

    private static Purpose purpose(PurposeOfUse purpose, FoundEdition found) {
        var path = found.structure().find(purpose.provision()).map(org.consentledger.provisions.Provision::path);
        var kept = Optional.ofNullable(purpose.keptAfterLeaving());
        return new Purpose(
                purpose.purposeId(),
                purpose.provision(),
                path.orElse(null),
                path.map(here -> identity(here, found)).orElse(null),
                purpose.title(),
                purpose.mode(),
                purpose.dataItems(),
                purpose.thirdParties(),
                kept.map(Object::toString).orElse(null),
                purpose.materialChange());
    }

    private static Provision provision(org.consentledger.provisions.Provision provision, FoundEdition found) {
        return new Provision(
                provision.path(),
                provision.kind(),
                provision.number(),
                provision.label(),
                provision.caption(),
                provision.text(),
                provision.from(),
                provision.until(),
                identity(provision.path(), found));
    }

    private static Identity identity(String path, FoundEdition found) {
        var origin = found.lineage().origin(path);
        return new Identity(found.line().get(origin.edition()), origin.path());
    }
}
