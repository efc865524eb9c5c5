package org.consentledger.events;

/** The way on which somebody said or posted something. */
public enum Channel {
    WEB,
    APP,
    PHONE,
    EMAIL,
    LETTER,
    STORE,
    OTHER
}
