package org.consentledger.command.platform;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Marks a record as the body of a request: read strictly, up to a size, and refused with a pointer where wrong. */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface Body {
    /** What suits every body without a whole text in it. */
    int SMALL = 64 * 1024;

    /** The most bytes that are read; one more and the answer is {@code TOO_LARGE}. */
    int maxBytes() default SMALL;
}
