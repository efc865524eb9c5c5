package org.consentledger.command.imports;

/** Follows an import; called by one thread: at the beginning, about once a second, and at the end. */
public interface ImportProgress {
    /**
     * @param bytes of the file that are done with, earlier runs included
     * @param soFar what became of them
     */
    void reached(long bytes, ImportReport soFar);

    /** Whether it shall end early, behind a row. */
    default boolean isToStop() {
        return false;
    }
}
