/** The stored form of an event: its logical name, its revision and its bytes. */
@NullMarked
package org.consentledger.ledger.serializer;

import org.jspecify.annotations.NullMarked;
