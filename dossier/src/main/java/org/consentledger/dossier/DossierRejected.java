package org.consentledger.dossier;

/** Files are no dossier, or say what cannot be read; the message names the file and what is wrong, no personal data. */
public final class DossierRejected extends RuntimeException {
    private static final long serialVersionUID = 1L;

    DossierRejected(String what) {
        super(what);
    }

    DossierRejected(String what, Throwable cause) {
        super(what, cause);
    }
}
