package org.consentledger.events;

/**
 * How exactly the instant is known at which a person acted. Days and months are civil ones, in the time zone of the
 * terms.
 */
public enum DatePrecision {
    INSTANT,
    DAY,
    MONTH,
    UNKNOWN
}
