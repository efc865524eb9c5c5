package org.consentledger.standalone.issuer;

import java.util.Locale;
import java.util.Set;
import org.consentledger.access.Scope;

/** Who works with the product, and the scopes that this takes; each has a client and a user of its name. */
enum Role {
    /** The program that signs customers up. */
    SIGNUP,
    /** Members of staff who record on a customer's behalf. */
    COUNTER,
    SUPPORT,
    LEGAL,
    AUTHOR,
    PUBLISHER,
    PRIVACY,
    APPROVER,
    AUDITOR,
    OPERATOR,
    /** The program that watches over the product. */
    MONITORING,
    /** A customer himself; there is no client of this name, only users. */
    CUSTOMER;

    Set<Scope> scopes() {
        return switch (this) {
            case SIGNUP -> Set.of(Scope.CONSENT_WRITE);
            case COUNTER -> Set.of(Scope.CONSENT_WRITE, Scope.CONSENT_ON_BEHALF, Scope.STANDING_READ);
            case SUPPORT -> Set.of(Scope.STANDING_READ);
            case LEGAL ->
                Set.of(
                        Scope.STANDING_READ,
                        Scope.HISTORY_READ,
                        Scope.DOSSIER_READ,
                        Scope.REPLAY,
                        Scope.CONSENT_ANNUL,
                        Scope.HOLD);
            case AUTHOR -> Set.of(Scope.TERMS_DRAFT);
            case PUBLISHER -> Set.of(Scope.TERMS_PUBLISH);
            case PRIVACY -> Set.of(Scope.REQUEST_HANDLE, Scope.ERASE);
            case APPROVER -> Set.of(Scope.ERASE);
            case AUDITOR -> Set.of(Scope.LEDGER_READ);
            case OPERATOR -> Set.of(Scope.OPERATE, Scope.IMPORT);
            case MONITORING -> Set.of(Scope.METRICS_READ);
            case CUSTOMER -> Set.of(Scope.CONSENT_SELF);
        };
    }

    /** As it is written in the credentials. */
    String title() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Role titled(String title) {
        return valueOf(title.toUpperCase(Locale.ROOT));
    }
}
