package org.consentledger.command.platform;

import java.util.List;
import java.util.stream.Stream;
import org.consentledger.events.TermsId;
import org.consentledger.events.terms.TermsRegistered;
import org.consentledger.ledger.reading.LedgerReader;
import org.springframework.stereotype.Component;

/**
 * Which terms there are, as the ledger itself tells. It remembers how far it has looked: the first question reads the whole
 * ledger once, each later one what was recorded since.
 */
@Component
public class RegisteredTerms {
    private final LedgerReader ledger;
    private Known known = new Known(List.of(), 0);

    RegisteredTerms(LedgerReader ledger) {
        this.ledger = ledger;
    }

    private record Known(List<TermsId> terms, long size) {}

    /** In the order of registration. */
    public synchronized List<TermsId> all() {
        long size = ledger.size();
        if (size > known.size()) {
            var more = ledger.ofType(TermsRegistered.class, known.size(), size).map(TermsRegistered::termsId);
            known = new Known(Stream.concat(known.terms().stream(), more).toList(), size);
        }
        return known.terms();
    }
}
