package org.consentledger.query.replay;

import java.util.List;
import org.consentledger.answer.StandingAnswer;
import org.consentledger.ledger.audit.Finding;
import org.consentledger.ledger.note.Checkpoint;
import org.consentledger.query.replay.Step.Change;
import org.jspecify.annotations.Nullable;

/**
 * An answer computed from the ledger itself, beside the projection's.
 *
 * @param replayed from the events of the ledger
 * @param projected as {@code GET …/standing} gives it; {@code null} where no projection has included these facts
 * @param agrees whether both say the same, and every event is the one that was recorded; {@code null} where there is only
 *     one of them
 * @param differs where they do not say the same: {@code before} is what the ledger says, {@code after} the projection
 * @param steps what each fact changed, in ledger order
 */
record ReplayAnswer(
        StandingAnswer.OfInstant replayed,
        StandingAnswer.@Nullable OfInstant projected,
        @Nullable Boolean agrees,
        List<Change> differs,
        List<Step> steps,
        Verification verification) {

    /** Whether nothing speaks against the answer: every event is the one recorded, and no projection says otherwise. */
    boolean holds() {
        return verification.verified() && !Boolean.FALSE.equals(agrees);
    }

    /**
     * How the events were checked on the way: each against its statement, the statement's leaf against the checkpoint, and
     * the checkpoint against the ledger's keys.
     *
     * @param ledger its name, the checkpoint's origin
     * @param checkpointSize leaves of the tree that was signed
     * @param checkpointRoot of that tree, base64
     * @param events how many were checked
     * @param findings what does not hold
     */
    record Verification(
            boolean verified,
            String ledger,
            long checkpointSize,
            String checkpointRoot,
            long events,
            List<Found> findings) {

        /** One thing that does not hold; {@code position} is -1 where it concerns no leaf. */
        record Found(String damage, long position, String what) {}

        static Verification of(Checkpoint checkpoint, long events, List<Finding> findings) {
            return new Verification(
                    findings.isEmpty(),
                    checkpoint.origin(),
                    checkpoint.size(),
                    checkpoint.root().base64(),
                    events,
                    findings.stream()
                            .map(finding -> new Found(finding.damage().name(), finding.position(), finding.what()))
                            .toList());
        }
    }
}
