package org.consentledger.dossier;

import java.time.Instant;
import org.consentledger.events.CustomerId;
import org.consentledger.events.TermsId;

/**
 * What a dossier answers.
 *
 * @param at the instant asked about, UTC
 * @param knownAt the ledger time or position that was asked about
 * @param ledgerSize how many leaves the ledger held then
 */
public record Question(CustomerId customerId, TermsId termsId, Instant at, String knownAt, long ledgerSize) {}
