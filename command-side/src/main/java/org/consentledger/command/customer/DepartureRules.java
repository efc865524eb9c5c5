package org.consentledger.command.customer;

import static org.consentledger.command.platform.Code.CUSTOMER_LEFT;
import static org.consentledger.command.platform.Code.NOT_BOUND;

import java.util.List;
import org.consentledger.command.platform.CommandRejected;
import org.consentledger.standing.Reason;
import org.consentledger.standing.Standing;
import org.consentledger.standing.Standing.Mode;

/** When a customer can leave. */
final class DepartureRules {
    private DepartureRules() {}

    /** Who leaves is bound then, or waits for an accepted edition to take effect; leaving ends either. */
    static void thereIsSomethingToLeave(List<Standing> standings) {
        if (standings.stream().noneMatch(DepartureRules::wouldEnd)) {
            boolean left = standings.stream().anyMatch(standing -> standing.mode() == Mode.ENDED);
            throw new CommandRejected(left ? CUSTOMER_LEFT : NOT_BOUND);
        }
    }

    /** Whether leaving would end something. */
    static boolean wouldEnd(Standing standing) {
        return switch (standing.mode()) {
            case ACCEPTED, NOTICE -> true;
            case ENDED, NONE -> standing.because().stream().anyMatch(Reason.AcceptedBeforeEffect.class::isInstance);
        };
    }
}
