package org.consentledger.query.facts;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.consentledger.events.CustomerId;
import org.consentledger.events.TermsId;
import org.consentledger.query.platform.SampledAnswers;
import org.consentledger.query.platform.Tables;
import org.consentledger.standing.Recorded;
import org.consentledger.standing.Standing;
import org.springframework.stereotype.Component;

/** Compares where some customers stood when the ledger had last learned anything of them, and where they will stand. */
@Component
class SampledStandings implements SampledAnswers {
    private static final Instant AT_LAST = Instant.parse("9999-01-01T00:00:00Z");
    private static final String BETWEEN = " ";

    private final Tables tables;
    private final StandingFacts facts;

    SampledStandings(Tables tables, StandingFacts facts) {
        this.tables = tables;
        this.facts = facts;
    }

    @Override
    public String projection() {
        return StandingProjection.NAME;
    }

    /** A terms document and a customer. */
    @Override
    public List<String> questions() {
        var terms = tables.some("standing_terms_fact", "terms_id");
        return tables.some("standing_customer_fact", "customer_id").stream()
                .flatMap(customer -> terms.stream().map(termsId -> termsId + BETWEEN + customer))
                .toList();
    }

    @Override
    public String customer(String question) {
        return question.split(BETWEEN, 2)[1];
    }

    @Override
    public Object answer(String question) {
        var asked = question.split(BETWEEN, 2);
        var known = facts.known(new TermsId(asked[0]), new CustomerId(asked[1]));
        var lastLearned = known.customer().stream().map(Recorded::recordedAt).reduce(AT_LAST, (_, later) -> later);
        return Stream.of(lastLearned, AT_LAST)
                .map(at -> Standing.of(known.terms(), known.customer(), at))
                .toList();
    }
}
