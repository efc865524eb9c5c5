package org.consentledger.query.standing;

import java.util.List;
import org.consentledger.events.CustomerId;
import org.consentledger.events.TermsId;
import org.consentledger.query.platform.Progress;
import org.consentledger.standing.CustomerFact;
import org.consentledger.standing.Recorded;
import org.consentledger.standing.TermsFact;
import org.springframework.stereotype.Component;

/** Finds what was known of a customer and of terms when the ledger held a number of leaves. */
@Component
class FindFacts {
    private final StandingFacts facts;
    private final TermsFacts termsFacts;
    private final Progress progress;

    FindFacts(StandingFacts facts, TermsFacts termsFacts, Progress progress) {
        this.facts = facts;
        this.termsFacts = termsFacts;
        this.progress = progress;
    }

    /** Both in ledger order. */
    record Known(List<Recorded<TermsFact>> terms, List<Recorded<CustomerFact>> customer) {}

    Known amongFirst(long size, TermsId termsId, CustomerId customerId) {
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
