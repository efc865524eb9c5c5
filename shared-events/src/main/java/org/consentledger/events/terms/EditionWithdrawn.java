package org.consentledger.events.terms;

import org.consentledger.events.EditionNumber;
import org.consentledger.events.StoredAs;
import org.consentledger.events.TermsId;

/**
 * A published edition was withdrawn by its provider (版の撤回): it binds nobody, and its number stays taken. It does not
 * say that nobody read or accepted it before.
 *
 * @param reason in the provider's words
 */
@StoredAs(name = "terms.EditionWithdrawn", revision = 1)
public record EditionWithdrawn(TermsId termsId, EditionNumber edition, String reason) implements TermsEvent {}
