/** RFC 3161 time stamps over checkpoints: the request, the complete check of a token, and what they amount to. */
@NullMarked
package org.consentledger.ledger.timestamp;

import org.jspecify.annotations.NullMarked;
