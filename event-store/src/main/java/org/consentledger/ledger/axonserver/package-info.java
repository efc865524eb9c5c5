/** Events that live in Axon Server: the form in which they lie there, and the way to it. */
@NullMarked
package org.consentledger.ledger.axonserver;

import org.jspecify.annotations.NullMarked;
