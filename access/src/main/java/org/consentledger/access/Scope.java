package org.consentledger.access;

/**
 * What a token may allow (OAuth 2.1 scope); a role is a set of them. A scope is never renamed nor given another meaning,
 * since the issuer of the tokens knows it by its value.
 */
public enum Scope {
    /** Registers terms, and drafts editions of them. */
    TERMS_DRAFT("terms.draft"),
    /** Announces, publishes and withdraws editions. */
    TERMS_PUBLISH("terms.publish"),
    /** Records what customers accept, refuse, consent to and that they leave; reads no other customer. */
    CONSENT_WRITE("consent.write"),
    /** Records on a customer's behalf, as a member of staff. */
    CONSENT_ON_BEHALF("consent.onbehalf"),
    /** Annuls records that were entered by mistake. */
    CONSENT_ANNUL("consent.annul"),
    /** A customer's own token, whose subject is the customer: reads and withdraws his own consents, and nothing else. */
    CONSENT_SELF("consent.self"),
    STANDING_READ("standing.read"),
    HISTORY_READ("history.read"),
    DOSSIER_READ("dossier.read"),
    REPLAY("replay"),
    /** Places and releases legal holds. */
    HOLD("hold"),
    /** Asks for an erasure, or approves of one that somebody else asked for. */
    ERASE("erase"),
    /** Handles customers' requests about their own data, and records provisions to third parties. */
    REQUEST_HANDLE("request.handle"),
    IMPORT("import"),
    /** Reads the ledger itself, as an auditor does: it holds nothing that names a person in the clear. */
    LEDGER_READ("ledger.read"),
    /** Operates the product: metrics, time stamps, rebuilds, dead letters. */
    OPERATE("operate"),
    /** Reads the metrics, and nothing else. */
    METRICS_READ("metrics.read");

    private final String value;

    Scope(String value) {
        this.value = value;
    }

    /** As it stands in a token. */
    public String value() {
        return value;
    }

    /** As Spring Security names what a token's scope grants. */
    String authority() {
        return "SCOPE_" + value;
    }
}
