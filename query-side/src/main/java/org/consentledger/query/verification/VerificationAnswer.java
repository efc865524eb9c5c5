package org.consentledger.query.verification;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.consentledger.dossier.Question;
import org.consentledger.ledger.audit.Damage;
import org.consentledger.ledger.audit.Finding;
import org.consentledger.ledger.note.Checkpoint;
import org.consentledger.ledger.statement.LeafEntry;
import org.consentledger.verifier.DossierVerdict;
import org.consentledger.verifier.ReceiptVerdict;
import org.consentledger.verifier.Remark;
import org.jspecify.annotations.Nullable;

/**
 * What the check of a file came to. What does not apply, or could not be read, is null.
 *
 * @param verified whether all of it holds; never where anything could not be checked
 * @param ledger the name of the ledger that it is from
 * @param checkpointSize leaves of the tree that its proofs lead to
 * @param position of a receipt's leaf
 * @param eventId of the event at that leaf
 * @param question that a dossier answers
 * @param facts of a dossier, each proven
 * @param findings what does not hold
 * @param remarks what a reader should know though nothing contradicts itself
 */
record VerificationAnswer(
        Kind kind,
        boolean verified,
        @Nullable String ledger,
        @Nullable Long checkpointSize,
        @Nullable Long position,
        @Nullable String eventId,
        @Nullable Asked question,
        @Nullable Integer facts,
        List<Told> findings,
        List<Noted> remarks) {

    enum Kind {
        RECEIPT,
        DOSSIER
    }

    /** Times as the dossier has them: UTC, or {@code position:<n>}. */
    record Asked(String customerId, String termsId, String at, String knownAt) {
        static Asked of(Question question) {
            return new Asked(
                    question.customerId().value(),
                    question.termsId().value(),
                    question.at().toString(),
                    question.knownAt());
        }
    }

    /**
     * One thing that does not hold.
     *
     * @param position of the first leaf that it concerns; {@code null} where it concerns none
     * @param file of a dossier that it concerns; {@code null} where it concerns none
     * @param message in a sentence, in English
     */
    record Told(
            Damage code, @Nullable Long position, @Nullable String file, String message) {
        static Told of(Finding found) {
            return new Told(
                    found.damage(),
                    found.position() == Finding.NOWHERE ? null : found.position(),
                    found.file(),
                    found.what());
        }
    }

    /**
     * One thing to know.
     *
     * @param arguments those that the code names, in their order
     * @param message in a sentence, in English
     */
    record Noted(Remark.Code code, List<String> arguments, String message) {
        static List<Noted> of(List<Remark> remarks) {
            return remarks.stream()
                    .map(remark -> new Noted(remark.code(), remark.arguments(), remark.what()))
                    .toList();
        }
    }

    /** @param ours what this ledger has at that leaf; empty where it has none */
    static VerificationAnswer of(ReceiptVerdict verdict, Optional<LeafEntry> ours, List<Finding> besideLedger) {
        var checkpoint = verdict.checkpoint();
        return new VerificationAnswer(
                Kind.RECEIPT,
                verdict.isVerified() && ours.isPresent() && besideLedger.isEmpty(),
                checkpoint.map(Checkpoint::origin).orElse(null),
                checkpoint.map(Checkpoint::size).orElse(null),
                verdict.position() == Finding.NOWHERE ? null : verdict.position(),
                ours.map(entry -> entry.eventId().toString()).orElse(null),
                null,
                null,
                all(verdict.findings(), besideLedger),
                Noted.of(verdict.remarks()));
    }

    /** @param checkpoint that it rests on; empty where that was not shown */
    static VerificationAnswer of(DossierVerdict verdict, Optional<Checkpoint> checkpoint, List<Finding> besideLedger) {
        return new VerificationAnswer(
                Kind.DOSSIER,
                verdict.isVerified() && checkpoint.isPresent() && besideLedger.isEmpty(),
                verdict.ledger(),
                checkpoint.map(Checkpoint::size).orElse(null),
                null,
                null,
                verdict.question() == null ? null : Asked.of(verdict.question()),
                verdict.facts(),
                all(verdict.findings(), besideLedger),
                Noted.of(verdict.remarks()));
    }

    private static List<Told> all(List<Finding> found, List<Finding> besideLedger) {
        return Stream.concat(found.stream(), besideLedger.stream())
                .map(Told::of)
                .toList();
    }
}
