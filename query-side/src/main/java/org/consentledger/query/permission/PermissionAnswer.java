package org.consentledger.query.permission;

import java.time.Instant;
import java.util.List;
import org.consentledger.answer.Because;
import org.consentledger.events.CustomerId;
import org.consentledger.events.PurposeId;
import org.consentledger.events.TermsId;
import org.consentledger.query.platform.KnownLeaves;
import org.consentledger.standing.Permission;
import org.consentledger.standing.RecordedAs;
import org.consentledger.standing.Standing;
import org.jspecify.annotations.Nullable;

/**
 * A permission as clients see it; the contract, "Asking". All times UTC; a field that does not apply is null.
 *
 * @param state of the purpose, or {@code NOT_STATED} where the edition that applied does not state it
 * @param recordedAs how the record that the state rests on came into the ledger
 */
record PermissionAnswer(
        CustomerId customerId,
        TermsId termsId,
        PurposeId purposeId,
        Instant at,
        String knownAt,
        boolean permitted,
        String state,
        Standing.@Nullable Basis basis,
        @Nullable Instant since,
        @Nullable String recordId,
        List<RecordedAs> recordedAs,
        List<Because.Told> because,
        List<Standing.Fact> restsOn,
        long ledgerSize) {

    private static final String NOT_STATED = "NOT_STATED";

    static PermissionAnswer of(Question question, KnownLeaves known, Permission permission, Because.InZone words) {
        var purpose = permission.purpose();
        return new PermissionAnswer(
                question.customer(),
                question.terms(),
                question.purpose(),
                question.at(),
                known.knownAt(),
                permission.permitted(),
                purpose == null ? NOT_STATED : purpose.state().name(),
                purpose == null ? null : purpose.basis(),
                purpose == null ? null : purpose.since(),
                purpose == null ? null : purpose.recordId(),
                permission.recordedAs(),
                words.tell(permission.because()),
                permission.restsOn(),
                known.size());
    }

    /** Who and what is asked about; {@code at} UTC. */
    record Question(CustomerId customer, TermsId terms, PurposeId purpose, Instant at) {}
}
