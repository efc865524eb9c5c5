package org.consentledger.command.platform;

import java.time.Instant;
import org.consentledger.events.Act;
import org.consentledger.events.CustomerId;
import org.consentledger.events.EditionNumber;
import org.consentledger.events.TermsId;
import org.consentledger.events.agreement.AgreementEvent;
import org.consentledger.events.agreement.ConsentGiven;
import org.consentledger.events.agreement.ConsentRefused;
import org.consentledger.events.agreement.ConsentWithdrawn;
import org.consentledger.events.agreement.EditionAccepted;
import org.consentledger.events.agreement.EditionRefused;
import org.consentledger.events.agreement.RecordAnnulled;
import org.consentledger.events.customer.CustomerEvent;
import org.consentledger.standing.CustomerFact;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;

/**
 * A record, which is its event: both have the same id. What does not apply is {@code null}.
 *
 * @param expressedAt when the person acted, UTC
 * @param recordedAt ledger time, UTC
 * @param position leaf index in the ledger
 * @param receipt tlog-proof text; {@code null} where receipts come later
 */
public record RecordAnswer(
        String recordId,
        String eventId,
        CustomerId customerId,
        @Nullable TermsId termsId,
        @Nullable EditionNumber edition,
        @Nullable Instant expressedAt,
        @Nullable Instant recordedAt,
        @Nullable Long position,
        @Nullable String receipt) {

    /** Answers 201 with the record that the command's last event makes. */
    public static ResponseEntity<RecordAnswer> created(Written written) {
        return WriteAnswers.answer(HttpStatus.CREATED, written).body(of(written.last()));
    }

    /** The record that an event of a customer makes. */
    public static RecordAnswer of(WrittenEvent written) {
        return switch (written.event()) {
            case AgreementEvent event -> of(written, event.customerId(), event.termsId(), edition(event));
            case CustomerEvent event -> of(written, event.customerId(), CustomerFact.termsOf(event), null);
            default -> throw new IllegalArgumentException("makes no record of a customer: " + written.eventId());
        };
    }

    private static RecordAnswer of(
            WrittenEvent written, CustomerId customerId, @Nullable TermsId termsId, @Nullable EditionNumber edition) {
        return new RecordAnswer(
                written.eventId(),
                written.eventId(),
                customerId,
                termsId,
                edition,
                written.event() instanceof Act act ? act.expressedAt() : null,
                written.recordedAt(),
                written.position(),
                written.receipt());
    }

    private static @Nullable EditionNumber edition(AgreementEvent event) {
        return switch (event) {
            case EditionAccepted accepted -> accepted.edition();
            case EditionRefused refused -> refused.edition();
            case ConsentGiven _, ConsentRefused _, ConsentWithdrawn _, RecordAnnulled _ -> null;
        };
    }
}
