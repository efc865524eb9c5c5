/** The ledger as a part of a Spring Boot application. */
@NullMarked
package org.consentledger.ledger.wiring;

import org.jspecify.annotations.NullMarked;
