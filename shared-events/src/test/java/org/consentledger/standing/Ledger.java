package org.consentledger.standing;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.consentledger.events.Actor;
import org.consentledger.events.ContentDigest;
import org.consentledger.events.DatePrecision;
import org.consentledger.events.Decision;
import org.consentledger.events.EditionNumber;
import org.consentledger.events.PurposeId;
import org.consentledger.events.agreement.PurposeDecision;
import org.consentledger.events.terms.Change;
import org.consentledger.events.terms.Change.Ground;
import org.consentledger.events.terms.Change.Procedure;
import org.consentledger.events.terms.Change.Regime;
import org.consentledger.events.terms.PurposeOfUse;
import org.consentledger.events.terms.PurposeOfUse.Mode;

/** A ledger of facts in memory: one terms document, one customer, one leaf a call, one second between two leaves. */
final class Ledger {
    static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");
    private static final Instant FIRST_RECORDED = Instant.parse("2026-01-01T00:00:00Z");

    private final List<Recorded<TermsFact>> terms = new ArrayList<>();
    private final List<Recorded<CustomerFact>> customer = new ArrayList<>();
    private long size;

    Ledger() {
        this(false);
    }

    Ledger(boolean decisionRequired) {
        this(decisionRequired, 0);
    }

    Ledger(boolean decisionRequired, int graceDays) {
        add(terms, new TermsFact.Registered(TOKYO, decisionRequired, graceDays));
    }

    static PurposeOfUse purpose(String id, Mode mode) {
        return new PurposeOfUse(new PurposeId(id), "第32条", id, mode, List.of(), false, null, false);
    }

    static PurposeOfUse changed(PurposeOfUse purpose) {
        return new PurposeOfUse(
                purpose.purposeId(),
                purpose.provision(),
                purpose.title(),
                purpose.mode(),
                purpose.dataItems(),
                purpose.thirdParties(),
                purpose.keptAfterLeaving(),
                true);
    }

    static PurposeOfUse withThirdParties(PurposeOfUse purpose) {
        return new PurposeOfUse(
                purpose.purposeId(),
                purpose.provision(),
                purpose.title(),
                purpose.mode(),
                purpose.dataItems(),
                true,
                purpose.keptAfterLeaving(),
                purpose.materialChange());
    }

    static PurposeOfUse keptFor(Period period, PurposeOfUse purpose) {
        return new PurposeOfUse(
                purpose.purposeId(),
                purpose.provision(),
                purpose.title(),
                purpose.mode(),
                purpose.dataItems(),
                purpose.thirdParties(),
                period,
                purpose.materialChange());
    }

    Ledger edition(int number, String effectiveOn, Procedure procedure, PurposeOfUse... purposes) {
        return edition(number, effectiveOn, procedure, Ground.REASONABLE, purposes);
    }

    Ledger edition(int number, String effectiveOn, Procedure procedure, Ground ground, PurposeOfUse... purposes) {
        var day = LocalDate.parse(effectiveOn);
        var regime = day.isBefore(LocalDate.parse("2020-04-01")) ? Regime.EARLIER : Regime.CIVIL_CODE_548_4;
        add(
                terms,
                new TermsFact.Published(
                        new EditionNumber(number),
                        "第" + number + "版",
                        ContentDigest.of("edition " + number),
                        day.atStartOfDay(TOKYO).toInstant(),
                        new Change(procedure, ground, regime, null),
                        List.of(purposes)));
        return this;
    }

    Ledger notice(int edition, String postedAt) {
        add(terms, new TermsFact.NoticePosted(new EditionNumber(edition), Instant.parse(postedAt)));
        return this;
    }

    Ledger editionWithdrawn(int edition) {
        add(terms, new TermsFact.EditionWithdrawn(new EditionNumber(edition)));
        return this;
    }

    String accepts(int edition, String expressedAt) {
        return accepts(edition, expressedAt, Map.of());
    }

    String accepts(int edition, String expressedAt, Map<String, Decision> decisions) {
        return accepts(edition, expressedAt, DatePrecision.INSTANT, decisions);
    }

    String accepts(int edition, String expressedAt, DatePrecision precision, Map<String, Decision> decisions) {
        return add(
                customer,
                new CustomerFact.Accepted(
                        new EditionNumber(edition),
                        decisions.entrySet().stream()
                                .map(entry -> new PurposeDecision(new PurposeId(entry.getKey()), entry.getValue()))
                                .toList(),
                        new Expressed(Instant.parse(expressedAt), precision, Actor.Kind.SELF, null)));
    }

    String refuses(int edition, String expressedAt) {
        return add(customer, new CustomerFact.Refused(new EditionNumber(edition), exactly(expressedAt)));
    }

    String decides(String purpose, CustomerFact.Outcome outcome, String expressedAt) {
        return add(customer, new CustomerFact.Decided(new PurposeId(purpose), outcome, exactly(expressedAt)));
    }

    String leaves(String expressedAt) {
        return add(customer, new CustomerFact.Left(exactly(expressedAt)));
    }

    String suspends(String requestId, String from) {
        return add(customer, new CustomerFact.Suspended(requestId, Instant.parse(from)));
    }

    String lifts(String requestId, String from) {
        return add(customer, new CustomerFact.SuspensionLifted(requestId, Instant.parse(from)));
    }

    void annuls(String recordId) {
        add(customer, new CustomerFact.Annulled(recordId));
    }

    long size() {
        return size;
    }

    Standing standing(String at) {
        return standing(at, size);
    }

    Standing standing(String at, long n) {
        return Standing.of(Recorded.amongFirst(n, terms), Recorded.amongFirst(n, customer), Instant.parse(at));
    }

    List<Recorded<TermsFact>> terms() {
        return terms;
    }

    List<Recorded<CustomerFact>> customer() {
        return customer;
    }

    private static Expressed exactly(String at) {
        return new Expressed(Instant.parse(at), DatePrecision.INSTANT, Actor.Kind.SELF, null);
    }

    private <F> String add(List<Recorded<F>> facts, F fact) {
        var id = "event-" + size;
        facts.add(new Recorded<>(id, size, FIRST_RECORDED.plusSeconds(size), fact));
        size++;
        return id;
    }
}
