package org.consentledger.events;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a component that could name a person (個人情報). It accepts {@code null}, since after an erasure nothing else
 * is left of it, and it never appears in logs, addresses, metrics or identifiers.
 */
@Target(ElementType.RECORD_COMPONENT)
@Retention(RetentionPolicy.RUNTIME)
public @interface PersonalData {}
