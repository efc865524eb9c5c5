package org.consentledger.answer;

import java.time.Instant;
import java.util.List;
import org.consentledger.events.ContentDigest;
import org.consentledger.events.CustomerId;
import org.consentledger.events.EditionNumber;
import org.consentledger.events.PurposeId;
import org.consentledger.events.TermsId;
import org.consentledger.events.terms.PurposeOfUse;
import org.consentledger.standing.RecordedAs;
import org.consentledger.standing.Standing;
import org.consentledger.standing.Standing.Basis;
import org.consentledger.standing.Standing.Mode;
import org.consentledger.standing.Standing.PurposeState;
import org.consentledger.standing.TermsFact.Published;
import org.jspecify.annotations.Nullable;

/** A standing as clients see it; the contract, "Asking". All times UTC; a field that does not apply is null. */
public final class StandingAnswer {
    private StandingAnswer() {}

    /** An edition by what names it. */
    public record Edition(EditionNumber number, String label, Instant effectiveFrom, ContentDigest digest) {
        public static @Nullable Edition of(@Nullable Published edition) {
            return edition == null
                    ? null
                    : new Edition(edition.edition(), edition.label(), edition.effectiveFrom(), edition.digest());
        }
    }

    /** How the customer is bound. */
    public record Binding(
            Mode mode, @Nullable Instant since, @Nullable String recordId, List<RecordedAs> recordedAs) {
        public static Binding of(Standing standing) {
            return new Binding(standing.mode(), standing.since(), standing.recordId(), standing.recordedAs());
        }
    }

    /** A purpose of use (利用目的) and where the customer stands with it. */
    public record Purpose(
            PurposeId purposeId,
            String title,
            String provision,
            PurposeOfUse.Mode mode,
            @Nullable Basis basis,
            PurposeState state,
            @Nullable Instant since,
            @Nullable String recordId,
            List<RecordedAs> recordedAs) {

        public static List<Purpose> of(Standing standing) {
            return standing.purposes().stream()
                    .map(purpose -> of(purpose, standing))
                    .toList();
        }

        private static Purpose of(Standing.OfPurpose of, Standing standing) {
            var purpose = of.purpose();
            return new Purpose(
                    purpose.purposeId(),
                    purpose.title(),
                    purpose.provision(),
                    purpose.mode(),
                    of.basis(),
                    of.state(),
                    of.since(),
                    of.recordId(),
                    standing.recordedAs(of));
        }
    }

    /** What to ask next, and about what. */
    public record Due(
            String action,
            @Nullable EditionNumber edition,
            @Nullable PurposeId purposeId) {

        public static Due of(Standing.Due due) {
            return switch (due) {
                case Standing.Due.AcceptEdition accept -> new Due("ACCEPT_EDITION", accept.edition(), null);
                case Standing.Due.RenewPurpose renew -> new Due("RENEW_PURPOSE", null, renew.purposeId());
                case Standing.Due.DecidePurpose decide -> new Due("DECIDE_PURPOSE", null, decide.purposeId());
            };
        }
    }

    /** The standing at one instant. */
    public record OfInstant(
            CustomerId customerId,
            TermsId termsId,
            Instant at,
            String knownAt,
            @Nullable Edition edition,
            Binding binding,
            List<Purpose> purposes,
            List<Due> due,
            List<Because.Told> because,
            List<Standing.Fact> restsOn,
            long ledgerSize) {

        /**
         * Puts a standing into this form.
         *
         * @param at the instant asked about, UTC
         * @param knownAt the time or position that was asked about
         * @param ledgerSize how many leaves were known then
         * @param words in which its reasons are told
         */
        public static OfInstant of(
                CustomerId customer,
                TermsId terms,
                Instant at,
                String knownAt,
                long ledgerSize,
                Standing standing,
                Because.InZone words) {
            return new OfInstant(
                    customer,
                    terms,
                    at,
                    knownAt,
                    Edition.of(standing.edition()),
                    Binding.of(standing),
                    Purpose.of(standing),
                    standing.due().stream().map(Due::of).toList(),
                    words.tell(standing.because()),
                    standing.restsOn(),
                    ledgerSize);
        }
    }
}
