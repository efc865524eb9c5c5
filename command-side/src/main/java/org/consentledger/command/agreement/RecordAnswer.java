package org.consentledger.command.agreement;

import java.time.Instant;
import org.consentledger.command.platform.WrittenEvent;
import org.consentledger.events.CustomerId;
import org.consentledger.events.EditionNumber;
import org.consentledger.events.TermsId;
import org.consentledger.events.agreement.AgreementEvent;
import org.consentledger.events.agreement.EditionAccepted;
import org.consentledger.events.agreement.EditionRefused;
import org.jspecify.annotations.Nullable;

/**
 * A record, which is its event: both have the same id.
 *
 * @param expressedAt when the person acted, UTC
 * @param recordedAt ledger time, UTC
 * @param position leaf index in the ledger
 * @param receipt tlog-proof text; {@code null} where receipts come later
 */
record RecordAnswer(
        String recordId,
        String eventId,
        CustomerId customerId,
        TermsId termsId,
        EditionNumber edition,
        Instant expressedAt,
        @Nullable Instant recordedAt,
        @Nullable Long position,
        @Nullable String receipt) {

    static RecordAnswer of(WrittenEvent written) {
        var event = (AgreementEvent) written.event();
        var edition = switch (event) {
            case EditionAccepted accepted -> accepted.edition();
            case EditionRefused refused -> refused.edition();
        };
        return new RecordAnswer(
                written.eventId(),
                written.eventId(),
                event.customerId(),
                event.termsId(),
                edition,
                event.expressedAt(),
                written.recordedAt(),
                written.position(),
                written.receipt());
    }
}
