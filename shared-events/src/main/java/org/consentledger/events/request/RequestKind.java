package org.consentledger.events.request;

/** What a customer can ask about his own data (第32条第3項; APPI articles 33 to 35). */
public enum RequestKind {
    /** 開示. */
    DISCLOSURE,
    /** 訂正. */
    CORRECTION,
    /** 利用の停止. */
    SUSPENSION_OF_USE
}
