package org.consentledger.events.request;

/** What happened to a request after it was received. */
public sealed interface RequestStep extends RequestEvent
        permits IdentityConfirmed,
                IdentityNotConfirmed,
                FeeCharged,
                FeePaid,
                RequestGranted,
                UseSuspended,
                RequestDeclined,
                RequestCompleted,
                SuspensionOfUseLifted {}
