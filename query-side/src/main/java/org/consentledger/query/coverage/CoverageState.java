package org.consentledger.query.coverage;

import java.util.Optional;
import org.consentledger.events.EditionNumber;
import org.consentledger.standing.Reason;
import org.consentledger.standing.Standing;

/** Where a customer is with one edition; at most one of these at a time. */
enum CoverageState {
    /** Accepted it, and is bound by it, or will be once it takes effect. */
    ACCEPTED,
    /** Is bound by it by notice. */
    NOTICE,
    /** Is to be asked to accept it. */
    TO_ACCEPT,
    /** Was asked and refused, and is not bound by it nor by a newer one. */
    REFUSED,
    /** Left the service while bound by it. */
    ENDED;

    /** Empty where the edition is nothing to the customer, who is bound by a newer one or is not to be asked yet. */
    static Optional<CoverageState> of(Standing standing, EditionNumber number) {
        if (standing.edition() != null && standing.edition().edition().equals(number)) {
            return Optional.of(
                    switch (standing.mode()) {
                        case ACCEPTED -> ACCEPTED;
                        case NOTICE -> NOTICE;
                        case ENDED -> ENDED;
                        case NONE -> throw new IllegalStateException("an edition without a binding");
                    });
        }
        if (accepted(standing, number)) {
            return Optional.of(ACCEPTED);
        }
        if (isNewer(standing, number) && refused(standing, number)) {
            return Optional.of(REFUSED);
        }
        return standing.due().contains(new Standing.Due.AcceptEdition(number))
                ? Optional.of(TO_ACCEPT)
                : Optional.empty();
    }

    private static boolean isNewer(Standing standing, EditionNumber number) {
        return standing.edition() == null || number.isAfter(standing.edition().edition());
    }

    private static boolean accepted(Standing standing, EditionNumber number) {
        return standing.because().stream()
                .anyMatch(reason -> reason instanceof Reason.AcceptedBeforeEffect waiting
                        && waiting.edition().edition().equals(number));
    }

    private static boolean refused(Standing standing, EditionNumber number) {
        return standing.because().stream()
                .anyMatch(reason -> reason instanceof Reason.RefusedEdition refused
                        && refused.edition().edition().equals(number));
    }
}
