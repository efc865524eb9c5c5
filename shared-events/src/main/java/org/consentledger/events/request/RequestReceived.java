package org.consentledger.events.request;

import org.consentledger.events.Channel;
import org.jspecify.annotations.Nullable;

/** A customer, or somebody for him, asked for something; nothing was checked or granted yet. Each request begins so. */
public sealed interface RequestReceived extends RequestEvent
        permits DisclosureRequested, CorrectionRequested, SuspensionOfUseRequested {
    Channel channel();

    /** What exactly is asked for, in the words of the one who asks. */
    @Nullable
    String details();

    default RequestKind kind() {
        return switch (this) {
            case DisclosureRequested _ -> RequestKind.DISCLOSURE;
            case CorrectionRequested _ -> RequestKind.CORRECTION;
            case SuspensionOfUseRequested _ -> RequestKind.SUSPENSION_OF_USE;
        };
    }
}
