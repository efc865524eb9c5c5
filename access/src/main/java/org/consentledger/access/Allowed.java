package org.consentledger.access;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Whose requests an endpoint takes: those of every token with one of these scopes. An endpoint that carries neither this
 * nor {@link AllowedToEveryClient} takes none.
 */
@Documented
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface Allowed {

    /** {@link Scope#CONSENT_SELF} counts only where the customer in the path is the token's subject. */
    Scope[] value();
}
