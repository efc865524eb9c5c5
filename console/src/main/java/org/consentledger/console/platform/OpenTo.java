package org.consentledger.console.platform;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Who may open the pages of a controller that would show an empty form before they ask an API anything; what an API is asked,
 * it guards itself.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface OpenTo {
    /** Scopes of which one is enough. */
    String[] value();
}
