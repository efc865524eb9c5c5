package org.consentledger.command.imports;

/** An import could not go on, through no fault of its rows. What it recorded stays; run again, it goes on from there. */
public final class ImportStopped extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ImportStopped(String why) {
        super(why);
    }
}
