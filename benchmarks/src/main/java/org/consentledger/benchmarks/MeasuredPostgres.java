package org.consentledger.benchmarks;

/** The PostgreSQL on which contenders work. */
interface MeasuredPostgres {
    /** The server's first process, whose children all the others are. */
    ProcessHandle process();

    /** Writes out what is dirty, so that no contender pays for the one before it. */
    void checkpoint();

    /** Of the server, as it states it. */
    String version();
}
