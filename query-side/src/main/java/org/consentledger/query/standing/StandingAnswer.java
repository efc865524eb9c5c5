package org.consentledger.query.standing;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.consentledger.events.ContentDigest;
import org.consentledger.events.CustomerId;
import org.consentledger.events.EditionNumber;
import org.consentledger.events.PurposeId;
import org.consentledger.events.TermsId;
import org.consentledger.events.terms.PurposeOfUse;
import org.consentledger.query.facts.Because;
import org.consentledger.query.platform.KnownLeaves;
import org.consentledger.standing.RecordedAs;
import org.consentledger.standing.Standing;
import org.consentledger.standing.Standing.Basis;
import org.consentledger.standing.Standing.Mode;
import org.consentledger.standing.Standing.PurposeState;
import org.consentledger.standing.TermsFact.Published;
import org.jspecify.annotations.Nullable;

/** A standing as clients see it; the contract, "Asking". All times UTC; a field that does not apply is null. */
final class StandingAnswer {
    private StandingAnswer() {}

    record Edition(EditionNumber number, String label, Instant effectiveFrom, ContentDigest digest) {
        static @Nullable Edition of(@Nullable Published edition) {
            return edition == null
                    ? null
                    : new Edition(edition.edition(), edition.label(), edition.effectiveFrom(), edition.digest());
        }
    }

    record Binding(
            Mode mode, @Nullable Instant since, @Nullable String recordId, List<RecordedAs> recordedAs) {
        static Binding of(Standing standing) {
            return new Binding(standing.mode(), standing.since(), standing.recordId(), standing.recordedAs());
        }
    }

    record Purpose(
            PurposeId purposeId,
            String title,
            String provision,
            PurposeOfUse.Mode mode,
            @Nullable Basis basis,
            PurposeState state,
            @Nullable Instant since,
            @Nullable String recordId,
            List<RecordedAs> recordedAs) {

        static List<Purpose> of(Standing standing) {
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

    record Due(
            String action,
            @Nullable EditionNumber edition,
            @Nullable PurposeId purposeId) {

        static Due of(Standing.Due due) {
            return switch (due) {
                case Standing.Due.AcceptEdition accept -> new Due("ACCEPT_EDITION", accept.edition(), null);
                case Standing.Due.RenewPurpose renew -> new Due("RENEW_PURPOSE", null, renew.purposeId());
                case Standing.Due.DecidePurpose decide -> new Due("DECIDE_PURPOSE", null, decide.purposeId());
            };
        }
    }

    /** The standing at one instant. */
    record OfInstant(
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

        static OfInstant of(
                CustomerId customer,
                TermsId terms,
                Instant at,
                KnownLeaves known,
                Standing standing,
                Because.InZone words) {
            return new OfInstant(
                    customer,
                    terms,
                    at,
                    known.knownAt(),
                    Edition.of(standing.edition()),
                    Binding.of(standing),
                    Purpose.of(standing),
                    standing.due().stream().map(Due::of).toList(),
                    words.tell(standing.because()),
                    standing.restsOn(),
                    known.size());
        }
    }

    /** The standing from one instant until just before another. */
    record Part(
            Instant from,
            Instant until,
            @Nullable Edition edition,
            Binding binding,
            List<Purpose> purposes,
            List<Due> due,
            List<Because.Told> because,
            List<Standing.Fact> restsOn) {

        static Part of(PartsOfDay.Part part, Because.InZone words) {
            var standing = part.standing();
            return new Part(
                    part.from(),
                    part.until(),
                    Edition.of(standing.edition()),
                    Binding.of(standing),
                    Purpose.of(standing),
                    standing.due().stream().map(Due::of).toList(),
                    words.tell(standing.because()),
                    standing.restsOn());
        }
    }

    /** The standing on a civil day in the terms' zone. */
    record OfDay(
            CustomerId customerId,
            TermsId termsId,
            LocalDate on,
            String timeZone,
            String knownAt,
            List<Part> parts,
            long ledgerSize) {

        static OfDay of(
                CustomerId customer,
                TermsId terms,
                LocalDate on,
                KnownLeaves known,
                List<PartsOfDay.Part> parts,
                Because.InZone words) {
            return new OfDay(
                    customer,
                    terms,
                    on,
                    words.zone().getId(),
                    known.knownAt(),
                    parts.stream().map(part -> Part.of(part, words)).toList(),
                    known.size());
        }
    }
}
