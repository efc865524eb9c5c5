package org.consentledger.query.facts;

import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.consentledger.events.CustomerId;
import org.consentledger.events.TermsId;
import org.consentledger.query.platform.Code;
import org.consentledger.query.platform.LedgerClock;
import org.consentledger.query.platform.Progress;
import org.consentledger.query.platform.QuestionRejected;
import org.consentledger.standing.CustomerFact;
import org.consentledger.standing.Recorded;
import org.consentledger.standing.TermsFact;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds what was known of a customer and of terms when the ledger held a number of leaves. */
@Component
public class FindFacts {
    private final StandingFacts facts;
    private final TermsFacts termsFacts;
    private final Progress progress;
    private final LedgerClock ledgerClock;

    FindFacts(StandingFacts facts, TermsFacts termsFacts, Progress progress, LedgerClock ledgerClock) {
        this.ledgerClock = ledgerClock;
        this.facts = facts;
        this.termsFacts = termsFacts;
        this.progress = progress;
    }

    /** For a process without the projections: finds what another has put into this database. */
    public static FindFacts in(DataSource dataSource, Progress progress, LedgerClock ledgerClock) {
        return new FindFacts(new StandingFacts(JdbcClient.create(dataSource)), new TermsFacts(), progress, ledgerClock);
    }

    /** Whether a query side has ever kept its facts in this database. */
    public static boolean areIn(DataSource dataSource) {
        return JdbcClient.create(dataSource)
                .sql("select to_regclass('query.standing_customer_fact') is not null")
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
    public ZoneId zone(Known known, TermsId termsId, CustomerId customerId) {
        return zone(known)
                .or(() -> zone(knownNow(termsId, customerId)))
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
        var kept = termsFacts.kept(termsId);
        var found = progress.whenIncluded(
                StandingProjection.NAME, size, () -> facts.find(termsId, customerId, kept.size(), size));
        if (size <= kept.size()) {
            return new Known(Recorded.amongFirst(size, kept.facts()), found.customer());
        }
        var grown = kept.grown(size, found.terms());
        termsFacts.keep(termsId, grown);
        return new Known(grown.facts(), found.customer());
    }
}
