package org.consentledger.events.terms;

import org.consentledger.events.TermsId;

/** A fact in the life of one terms document. */
public sealed interface TermsEvent
        permits TermsRegistered, EditionDrafted, NoticeOfChangePosted, EditionPublished, EditionWithdrawn {
    TermsId termsId();
}
