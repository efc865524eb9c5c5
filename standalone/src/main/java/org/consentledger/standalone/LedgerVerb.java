package org.consentledger.standalone;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.consentledger.command.imports.ImportStopped;
import org.consentledger.ledger.append.WritesSuspended;
import org.consentledger.ledger.export.ExportRefused;
import org.consentledger.ledger.note.NoteRejected;
import org.consentledger.ledger.personal.MasterKeyMissing;
import org.consentledger.ledger.scan.ScanFailed;
import org.consentledger.ledger.serializer.NotOfThisRelease;
import org.consentledger.ledger.stamping.StampingFailed;
import org.consentledger.query.audit.AuditRefused;
import org.consentledger.standalone.postgres.DatabaseRefused;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.dao.DataAccessException;
import picocli.CommandLine.ParameterException;

/** How every verb runs that reads a ledger and ends. */
@TalksToTheTerminal
final class LedgerVerb {
    private static final int NOT_DONE = 1;

    private LedgerVerb() {}

    /** What a verb does. */
    @FunctionalInterface
    interface Work {
        /** Answers the exit status. */
        int run(OpenedParts parts) throws Exception;
    }

    /** Runs it, closes what it opened, also on a signal, and says in one line why it could not be done. */
    static int run(Work work) {
        QuietLog.begin();
        var parts = new OpenedParts();
        Runtime.getRuntime().addShutdownHook(new Thread(parts::close, "stop"));
        try {
            return work.run(parts);
        } catch (ParameterException e) {
            throw e;
        } catch (StartRefused
                | DatabaseRefused
                | ExportRefused
                | ImportStopped
                | MasterKeyMissing
                | NotOfThisRelease
                | ScanFailed
                | NoteRejected
                | StampingFailed
                | AuditRefused
                | WritesSuspended e) {
            System.err.println("ledger: " + e.getMessage());
        } catch (DataAccessException e) {
            System.err.println("ledger: the database does not answer, or holds no ledger of this version: "
                    + NestedExceptionUtils.getMostSpecificCause(e).getMessage());
        } catch (IOException | UncheckedIOException e) {
            System.err.println("ledger: " + e);
        } catch (Exception e) {
            throw new IllegalStateException("the verb failed", e);
        } finally {
            parts.close();
        }
        return NOT_DONE;
    }
}
