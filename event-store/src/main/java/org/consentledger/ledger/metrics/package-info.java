/** Figures about the ledger for whoever watches over it (Micrometer); none of them names a person. */
@NullMarked
package org.consentledger.ledger.metrics;

import org.jspecify.annotations.NullMarked;
