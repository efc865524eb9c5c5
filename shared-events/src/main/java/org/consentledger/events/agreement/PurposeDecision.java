package org.consentledger.events.agreement;

import org.consentledger.events.Decision;
import org.consentledger.events.PurposeId;

/** What a customer decided on one voluntary purpose of use. */
public record PurposeDecision(PurposeId purposeId, Decision decision) {}
