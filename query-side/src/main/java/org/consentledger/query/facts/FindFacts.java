package org.consentledger.query.facts;

import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.consentledger.events.CustomerId;
import org.consentledger.events.TermsId;
import org.consentledger.query.platform.Code;
import org.consentledger.query.platform.Generation;
import org.consentledger.query.platform.LedgerClock;
import org.consentledger.query.platform.Progress;
import org.consentledger.query.platform.QuestionRejected;
import org.consentledger.query.platform.Serving;
import org.consentledger.query.platform.Tables;
import org.consentledger.standing.CustomerFact;
import org.consentledger.standing.Recorded;
import org.consentledger.standing.TermsFact;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.BadSqlGrammarException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds what was known of a customer and of terms when the ledger held a number of leaves. */
@Component
public class FindFacts {
    private final StandingFacts facts;
    private final TermsFacts termsFacts;
    private final Serving serving;
    private final Progress progress;
    private final LedgerClock ledgerClock;
    /** Which served when it was last looked up; whether it still does, each question finds out by itself. */
    private volatile @Nullable Generation lastServed;

    FindFacts(StandingFacts facts, TermsFacts termsFacts, Serving serving, Progress progress, LedgerClock ledgerClock) {
        this.ledgerClock = ledgerClock;
        this.facts = facts;
        this.termsFacts = termsFacts;
        this.serving = serving;
        this.progress = progress;
    }

    /** For a process without the projections: finds what another has put into this database. */
    public static FindFacts in(DataSource dataSource, Progress progress, LedgerClock ledgerClock) {
        var jdbc = JdbcClient.create(dataSource);
        return new FindFacts(
                new StandingFacts(new Tables(jdbc)), new TermsFacts(), new Serving(jdbc), progress, ledgerClock);
    }

    /** Whether a query side has ever kept its facts in this database. */
    public static boolean areIn(DataSource dataSource) {
        return JdbcClient.create(dataSource)
                .sql("select to_regclass('query.serving') is not null")
                .query(Boolean.class)
                .single();
    }

    /** Both in ledger order. */
    public record Known(List<Recorded<TermsFact>> terms, List<Recorded<CustomerFact>> customer) {}

    /**
     * The zone of the terms' days, also where the terms were not yet known then.
     *
     * @throws QuestionRejected {@code TERMS_UNKNOWN} where the ledger has no such terms
     */
    public ZoneId zone(Known known, TermsId termsId) {
        return zone(known).orElseGet(() -> zone(termsId));
    }

    /** The same, where nothing is to be known of anybody: as they were then, or else as they are now. */
    public ZoneId zone(long size, TermsId termsId) {
        return zone(known(size, termsId, null)).orElseGet(() -> zone(termsId));
    }

    private ZoneId zone(TermsId termsId) {
        return zone(known(ledgerClock.known(null, null).size(), termsId, null))
                .orElseThrow(() -> new QuestionRejected(Code.TERMS_UNKNOWN, termsId));
    }

    private static Optional<ZoneId> zone(Known known) {
        return known.terms().stream()
                .map(Recorded::fact)
                .filter(TermsFact.Registered.class::isInstance)
                .map(TermsFact.Registered.class::cast)
                .map(TermsFact.Registered::timeZone)
                .findFirst();
    }

    /** What is known now. */
    public Known knownNow(TermsId termsId, CustomerId customerId) {
        return amongFirst(ledgerClock.known(null, null).size(), termsId, customerId);
    }

    public Known amongFirst(long size, TermsId termsId, CustomerId customerId) {
        return known(size, termsId, customerId);
    }

    /** @param customerId {@code null} for what is known of the terms alone */
    private Known known(long size, TermsId termsId, @Nullable CustomerId customerId) {
        var looked = progress.whenIncluded(StandingProjection.NAME, size, () -> look(size, termsId, customerId));
        var kept = looked.kept();
        var found = looked.found();
        if (size <= kept.size()) {
            return new Known(Recorded.amongFirst(size, kept.facts()), found.customer());
        }
        var grown = kept.grown(size, found.terms());
        termsFacts.keep(looked.generation(), termsId, grown);
        return new Known(grown.facts(), found.customer());
    }

    private record Looked(Generation generation, TermsFacts.Prefix kept, StandingFacts.Known found) {}

    private Progress.Found<Looked> look(long size, TermsId termsId, @Nullable CustomerId customerId) {
        while (true) {
            var last = lastServed;
            var generation = last == null ? served() : last;
            var kept = termsFacts.kept(generation, termsId);
            var found = find(generation, termsId, customerId, kept.size(), size);
            if (found.isPresent()) {
                return new Progress.Found<>(
                        found.get().position(),
                        new Looked(generation, kept, found.get().rows()));
            }
            termsFacts.keepOnly(served());
        }
    }

    private Optional<Progress.Found<StandingFacts.Known>> find(
            Generation generation, TermsId termsId, @Nullable CustomerId customerId, long termsFrom, long size) {
        try {
            return facts.find(generation, termsId, customerId, termsFrom, size);
        } catch (BadSqlGrammarException e) {
            if (generation.equals(served())) {
                throw e;
            }
            return Optional.empty(); // its tables have been dropped since
        }
    }

    private Generation served() {
        var served = serving.of(StandingProjection.NAME).generation();
        lastServed = served;
        return served;
    }
}
