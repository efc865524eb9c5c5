package org.consentledger.standalone.issuer;

import java.util.Locale;
import java.util.Set;
import org.consentledger.access.Scope;

/** Who works with the product, and the scopes that this takes; each has a client and a user of its name. */
enum Role {
    /** The program that signs customers up. */
    SIGNUP(Scope.CONSENT_WRITE),
    /** Members of staff who record on a customer's behalf. */
    COUNTER(Scope.CONSENT_WRITE, Scope.CONSENT_ON_BEHALF, Scope.STANDING_READ),
    SUPPORT(Scope.STANDING_READ),
    LEGAL(Scope.STANDING_READ, Scope.HISTORY_READ, Scope.DOSSIER_READ, Scope.REPLAY, Scope.CONSENT_ANNUL, Scope.HOLD),
    AUTHOR(Scope.TERMS_DRAFT),
    PUBLISHER(Scope.TERMS_PUBLISH),
    PRIVACY(Scope.REQUEST_HANDLE, Scope.ERASE),
    APPROVER(Scope.ERASE),
    AUDITOR(Scope.LEDGER_READ),
    OPERATOR(Scope.OPERATE, Scope.IMPORT),
    /** A customer himself; there is no client of this name, only users. */
    CUSTOMER(Scope.CONSENT_SELF);

    private final Set<Scope> scopes;

    Role(Scope... scopes) {
        this.scopes = Set.of(scopes);
    }

    Set<Scope> scopes() {
        return scopes;
    }

    /** As it is written in the credentials. */
    String title() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Role titled(String title) {
        return valueOf(title.toUpperCase(Locale.ROOT));
    }
}
