package org.consentledger.command.customer;

import java.util.List;
import org.consentledger.standing.Retention;
import org.consentledger.standing.Standing;

/** Where a customer stands with one terms document, and what is still kept because of it. */
record StandingWithTerms(Standing standing, List<Retention> retentions) {}
