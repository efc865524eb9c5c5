package org.consentledger.ledger.rows;

/**
 * The advisory lock of the database that whoever appends holds until the commit can be seen. Whoever must know that no
 * append is in flight takes it shared, for the one statement he asks.
 */
public final class AppendLock {
    /** The letters of "ledger" as a number, so that it is not somebody else's by chance. */
    private static final long KEY = 0x6c6564676572L;

    public static final String EXCLUSIVE = "select pg_advisory_xact_lock(" + KEY + ")";
    public static final String SHARED = "select pg_advisory_xact_lock_shared(" + KEY + ")";

    private AppendLock() {}
}
