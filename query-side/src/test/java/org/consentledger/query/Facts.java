package org.consentledger.query;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.consentledger.events.Actor;
import org.consentledger.events.Channel;
import org.consentledger.events.ContentDigest;
import org.consentledger.events.CustomerId;
import org.consentledger.events.DatePrecision;
import org.consentledger.events.Decision;
import org.consentledger.events.EditionNumber;
import org.consentledger.events.PurposeId;
import org.consentledger.events.Source;
import org.consentledger.events.TermsId;
import org.consentledger.events.agreement.AgreementAct;
import org.consentledger.events.agreement.ConsentGiven;
import org.consentledger.events.agreement.ConsentRefused;
import org.consentledger.events.agreement.ConsentWithdrawn;
import org.consentledger.events.agreement.EditionAccepted;
import org.consentledger.events.agreement.EditionRefused;
import org.consentledger.events.agreement.PurposeDecision;
import org.consentledger.events.agreement.RecordAnnulled;
import org.consentledger.events.customer.CustomerLeft;
import org.consentledger.events.customer.DepartureAnnulled;
import org.consentledger.events.terms.Change;
import org.consentledger.events.terms.EditionContent;
import org.consentledger.events.terms.EditionDrafted;
import org.consentledger.events.terms.EditionPublished;
import org.consentledger.events.terms.EditionWithdrawn;
import org.consentledger.events.terms.NoticeOfChangePosted;
import org.consentledger.events.terms.Policies;
import org.consentledger.events.terms.PurposeOfUse;
import org.consentledger.events.terms.TermsRegistered;
import org.consentledger.standing.CustomerFact;
import org.jspecify.annotations.Nullable;

/** Facts as tests state them: terms of a Japanese provider, whose days are those of Tokyo. */
public final class Facts {
    public static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");
    private static final Actor CLERK = new Actor(Actor.Kind.STAFF, "担当者", null, "電話で承った");
    private static final LocalDate CIVIL_CODE_548_4 = LocalDate.of(2020, 4, 1);

    private Facts() {}

    public static TermsRegistered registered(String terms) {
        return new TermsRegistered(new TermsId(terms), "クラウドサービス利用規約", "株式会社提供者", TOKYO, "ja", Policies.standard());
    }

    public static EditionDrafted drafted(String terms, int number, String effectiveOn, Change.Procedure procedure) {
        return new EditionDrafted(
                new TermsId(terms), new EditionNumber(number), content(terms, number, effectiveOn, procedure));
    }

    public static EditionPublished published(String terms, int number, String effectiveOn, Change.Procedure procedure) {
        var content = content(terms, number, effectiveOn, procedure);
        return new EditionPublished(
                new TermsId(terms),
                new EditionNumber(number),
                ContentDigest.of(content.text()),
                content.effectiveOn().atStartOfDay(TOKYO).toInstant(),
                content);
    }

    public static NoticeOfChangePosted notice(String terms, int number, String postedAt) {
        return new NoticeOfChangePosted(
                new TermsId(terms), new EditionNumber(number), Channel.WEB, Instant.parse(postedAt), null, null);
    }

    public static EditionWithdrawn withdrawn(String terms, int number) {
        return new EditionWithdrawn(new TermsId(terms), new EditionNumber(number), "施行日の誤り");
    }

    public static EditionAccepted accepted(
            String terms, String customer, int number, Instant at, Map<String, Decision> decisions) {
        return accepted(terms, customer, number, at, decisions, null);
    }

    public static EditionAccepted accepted(String terms, String customer, int number, String at) {
        return accepted(terms, customer, number, Instant.parse(at), Map.of());
    }

    /** Recorded by somebody whose name stands in the fact, so it is sealed. */
    public static EditionAccepted acceptedThroughYamada(String terms, String customer, int number, String at) {
        return new EditionAccepted(
                new CustomerId(customer),
                new TermsId(terms),
                new EditionNumber(number),
                ContentDigest.of(text(terms, number)),
                List.of(),
                Instant.parse(at),
                Channel.PHONE,
                new Actor(Actor.Kind.STAFF, "山田太郎", null, "電話"),
                null,
                null);
    }

    /** From an import that knows the time only so exactly. */
    public static EditionAccepted imported(
            String terms, String customer, int number, Instant at, DatePrecision precision) {
        return accepted(terms, customer, number, at, Map.of(), new Source(Source.Kind.IMPORT, "old.csv:7", precision));
    }

    public static EditionRefused refused(String terms, String customer, int number, Instant at) {
        return new EditionRefused(
                new CustomerId(customer),
                new TermsId(terms),
                new EditionNumber(number),
                ContentDigest.of(text(terms, number)),
                at,
                Channel.WEB,
                Actor.self(),
                null,
                null);
    }

    /** A decision on one purpose, apart from an acceptance. */
    public static AgreementAct decided(
            String terms, String customer, String purpose, CustomerFact.Outcome outcome, Instant at) {
        var who = new CustomerId(customer);
        var what = new TermsId(terms);
        var on = new PurposeId(purpose);
        return switch (outcome) {
            case GIVEN -> new ConsentGiven(who, what, on, at, Channel.APP, Actor.self(), null, null);
            case REFUSED -> new ConsentRefused(who, what, on, at, Channel.APP, Actor.self(), null, null);
            case WITHDRAWN -> new ConsentWithdrawn(who, what, on, at, Channel.APP, Actor.self(), null, null);
        };
    }

    /** @param terms {@code null} for all of them */
    public static CustomerLeft left(@Nullable String terms, String customer, Instant at) {
        var from = terms == null ? null : new TermsId(terms);
        return new CustomerLeft(new CustomerId(customer), from, at, Channel.PHONE, CLERK, null, null);
    }

    public static RecordAnnulled annulled(String terms, String customer, String recordId) {
        return new RecordAnnulled(new CustomerId(customer), new TermsId(terms), recordId, "誤入力");
    }

    /** @param terms {@code null} where the departure was from all of them */
    public static DepartureAnnulled departureAnnulled(@Nullable String terms, String customer, String recordId) {
        var from = terms == null ? null : new TermsId(terms);
        return new DepartureAnnulled(new CustomerId(customer), from, recordId, "誤入力");
    }

    /** Among others the ends of Unicode, and what an encoding might change on its way. */
    public static String text(String terms, int number) {
        return "約款 " + terms + "\r\n第" + number
                + "版\u0001\u007f\ufeff e\u0301 𠮷 👩\u200d👩\u200d👧 \ufffe\uffff\udbff\udfff\t\u2028\n";
    }

    private static EditionAccepted accepted(
            String terms,
            String customer,
            int number,
            Instant at,
            Map<String, Decision> decisions,
            @Nullable Source source) {
        return new EditionAccepted(
                new CustomerId(customer),
                new TermsId(terms),
                new EditionNumber(number),
                ContentDigest.of(text(terms, number)),
                decisions.entrySet().stream()
                        .map(one -> new PurposeDecision(new PurposeId(one.getKey()), one.getValue()))
                        .toList(),
                at,
                Channel.WEB,
                Actor.self(),
                null,
                source);
    }

    private static EditionContent content(String terms, int number, String effectiveOn, Change.Procedure procedure) {
        var day = LocalDate.parse(effectiveOn);
        return new EditionContent(
                "第" + number + "版",
                day,
                day,
                text(terms, number),
                new Change(
                        procedure,
                        Change.Ground.REASONABLE,
                        day.isBefore(CIVIL_CODE_548_4) ? Change.Regime.EARLIER : Change.Regime.CIVIL_CODE_548_4,
                        null),
                List.of(
                        purpose("service", PurposeOfUse.Mode.WITH_TERMS, number),
                        purpose("newsletter", PurposeOfUse.Mode.VOLUNTARY, number),
                        purpose("law", PurposeOfUse.Mode.REQUIRED_BY_LAW, number)));
    }

    private static PurposeOfUse purpose(String id, PurposeOfUse.Mode mode, int number) {
        return new PurposeOfUse(
                new PurposeId(id),
                "第32条第2項",
                "利用目的 " + id,
                mode,
                List.of("氏名"),
                false,
                Period.ofMonths(6),
                number % 2 == 1);
    }
}
