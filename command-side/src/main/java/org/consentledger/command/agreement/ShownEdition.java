package org.consentledger.command.agreement;

import org.consentledger.events.ContentDigest;
import org.consentledger.events.EditionNumber;
import org.consentledger.events.TermsId;

/**
 * The edition that a person had before his eyes, as the client states it or a presentation proves it.
 *
 * @param digest of the text that was shown
 */
record ShownEdition(TermsId termsId, EditionNumber edition, ContentDigest digest) {}
