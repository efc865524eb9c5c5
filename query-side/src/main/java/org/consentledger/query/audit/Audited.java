package org.consentledger.query.audit;

import java.util.List;
import org.consentledger.ledger.audit.Finding;

/**
 * What an audit came to.
 *
 * @param ledger its name, the checkpoint's origin
 * @param size how many leaves of the ledger both sides were compared over
 * @param checkpointSize leaves under the signed checkpoint that they were verified against
 * @param notIncluded how many more leaves are signed that the projection has not included yet
 * @param customersByTerms how many customers × terms were compared
 * @param facts that the ledger states
 * @param disagreements how many customers × terms, customers or terms the projection says something else of
 * @param findings the first hundred of what is not as it was recorded
 * @param findingCount all of them
 */
public record Audited(
        boolean agrees,
        String ledger,
        long size,
        long checkpointSize,
        long notIncluded,
        long customersByTerms,
        long facts,
        long disagreements,
        List<Found> findings,
        long findingCount) {

    public Audited {
        findings = List.copyOf(findings);
    }

    /** One thing that is not as it was recorded; {@code position} is -1 where it concerns no leaf. */
    public record Found(String damage, long position, String what) {
        static Found of(Finding finding) {
            return new Found(finding.damage().name(), finding.position(), finding.what());
        }
    }
}
