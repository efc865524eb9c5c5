package org.consentledger.events.terms;

import org.consentledger.events.EditionNumber;
import org.consentledger.events.StoredAs;
import org.consentledger.events.TermsId;

/** An edition was drafted. The latest draft of a number replaces the earlier ones; nobody is bound by a draft. */
@StoredAs(name = "terms.EditionDrafted", revision = 1)
public record EditionDrafted(TermsId termsId, EditionNumber edition, EditionContent content) implements TermsEvent {}
