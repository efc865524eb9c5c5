package org.consentledger.ledger.audit;

import java.util.List;
import org.consentledger.ledger.tree.Hash;
import org.consentledger.ledger.tree.TreeHashing;

/**
 * What an audit of a whole ledger came to.
 *
 * @param size how many leaves were read
 * @param root that they make
 * @param checkpoints how many checkpoints were found signed by a known key
 * @param findings the first hundred
 * @param count of all findings
 * @param remarks what a reader should know though nothing contradicts itself
 */
public record AuditReport(
        long size, Hash root, long checkpoints, List<Finding> findings, long count, List<String> remarks) {
    public AuditReport {
        findings = List.copyOf(findings);
        remarks = List.copyOf(remarks);
    }

    public static AuditReport of(TreeAudit tree, Checkpoints checkpoints, Findings findings) {
        return new AuditReport(
                tree.size(), tree.root(), checkpoints.count(), findings.kept(), findings.count(), findings.remarks());
    }

    /** Where there was nothing to begin with. */
    public static AuditReport ofNothing(Findings findings) {
        return new AuditReport(0, TreeHashing.EMPTY_ROOT, 0, findings.kept(), findings.count(), findings.remarks());
    }

    /** Whether all that was looked at fits together. */
    public boolean isVerified() {
        return count == 0;
    }
}
