package org.consentledger.standalone;

import java.util.List;
import org.consentledger.ledger.audit.AuditReport;
import org.consentledger.ledger.audit.Finding;
import org.consentledger.ledger.note.Cosignature;
import org.consentledger.ledger.note.Quorum;
import org.consentledger.ledger.note.VerifierKey;
import org.consentledger.verifier.DossierVerdict;
import org.consentledger.verifier.ReceiptVerdict;

/** Tells a verdict on standard output, the verdict first, and answers the exit status. */
@TalksToTheTerminal
final class ReportText {
    private ReportText() {}

    static int print(AuditReport report) {
        String whole = report.size() + " leaves with root " + report.root().base64() + " and " + report.checkpoints()
                + " checkpoints";
        if (report.isVerified()) {
            System.out.println("verified: " + whole);
        } else {
            System.out.println("NOT VERIFIED: " + report.count() + " findings" + first(report.findings()));
            print(report.findings(), report.count());
        }
        report.remarks().forEach(remark -> System.out.println("remark: " + remark));
        return report.isVerified() ? 0 : 1;
    }

    static int print(ReceiptVerdict verdict, Quorum quorum) {
        if (verdict.isVerified()) {
            var checkpoint = verdict.checkpoint().orElseThrow();
            System.out.println("verified: leaf " + verdict.position() + " of the " + checkpoint.size() + " of "
                    + checkpoint.origin());
        } else {
            System.out.println("NOT VERIFIED" + first(verdict.findings()));
            print(verdict.findings(), verdict.findings().size());
        }
        verdict.remarks().forEach(remark -> System.out.println("remark: " + remark));
        quorum.witnesses().forEach(witness -> print(witness, verdict.cosignatures()));
        return verdict.isVerified() ? 0 : 1;
    }

    static int print(DossierVerdict verdict, Quorum quorum) {
        var question = verdict.question();
        if (verdict.isVerified() && question != null) {
            System.out.println("verified: customer " + question.customerId() + ", terms " + question.termsId() + ", at "
                    + question.at() + ", as known at " + question.knownAt());
            System.out.println("the answer follows from " + verdict.facts() + " facts, each in the ledger "
                    + verdict.ledger() + "; every file is what follows from them");
        } else {
            System.out.println("NOT VERIFIED" + first(verdict.findings()));
            print(verdict.findings(), verdict.findings().size());
        }
        verdict.remarks().forEach(remark -> System.out.println("remark: " + remark));
        quorum.witnesses().forEach(witness -> print(witness, verdict.cosignatures()));
        return verdict.isVerified() ? 0 : 1;
    }

    private static void print(VerifierKey witness, List<Cosignature> cosignatures) {
        System.out.println(cosignatures.stream()
                .filter(cosignature -> cosignature.witness().equals(witness))
                .map(cosignature -> "cosigned by " + witness.name() + " at " + cosignature.time())
                .findFirst()
                .orElse("not cosigned by " + witness.name()));
    }

    private static String first(List<Finding> findings) {
        return findings.stream()
                .mapToLong(Finding::position)
                .filter(position -> position != Finding.NOWHERE)
                .min()
                .stream()
                .mapToObj(position -> "; the first bad leaf is " + position)
                .findFirst()
                .orElse("");
    }

    private static void print(List<Finding> findings, long count) {
        findings.forEach(System.out::println);
        if (count > findings.size()) {
            System.out.println("and " + (count - findings.size()) + " more");
        }
    }
}
