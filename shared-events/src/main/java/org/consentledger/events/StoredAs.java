package org.consentledger.events;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The name and revision under which an event stands in the ledger, whatever its Java class is called.
 *
 * <p>A stored name is never changed or used again. A changed form of the same event gets the next revision and an
 * upcaster from the one before.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface StoredAs {
    /** Context and event, such as {@code agreement.EditionAccepted}. */
    String name();

    /** Counts from 1. */
    int revision();
}
