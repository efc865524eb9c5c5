package org.consentledger.command.request;

import java.time.Instant;
import org.consentledger.events.request.FeeCharged;
import org.consentledger.events.request.RequestKind;
import org.consentledger.events.request.RequestReceived;
import org.consentledger.events.request.RequestStep;
import org.consentledger.events.request.SuspensionOfUseLifted;
import org.consentledger.events.request.UseSuspended;
import org.consentledger.requests.RequestState;
import org.jspecify.annotations.Nullable;

/**
 * What rules need to know of one request.
 *
 * @param charged the last charge of the fee; {@code null} before the first
 * @param suspends whether it was granted to suspend the use, and that was not lifted
 * @param last when the last step happened, UTC
 */
record KnownRequest(
        RequestKind kind, RequestState state, @Nullable FeeCharged charged, boolean suspends, Instant last) {

    static KnownRequest of(RequestReceived received) {
        return new KnownRequest(received.kind(), RequestState.RECEIVED, null, false, received.expressedAt());
    }

    KnownRequest after(RequestStep step) {
        return new KnownRequest(
                kind,
                state.after(step),
                step instanceof FeeCharged fee ? fee : charged,
                step instanceof UseSuspended || (suspends && !(step instanceof SuspensionOfUseLifted)),
                step.expressedAt());
    }
}
