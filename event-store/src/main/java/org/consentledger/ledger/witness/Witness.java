package org.consentledger.ledger.witness;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import org.consentledger.ledger.note.AddCheckpoint;
import org.consentledger.ledger.note.Checkpoint;
import org.consentledger.ledger.note.NoteRejected;
import org.consentledger.ledger.note.SignedNote;
import org.consentledger.ledger.note.VerifierKey;

/** Cosigns the checkpoints of the logs that it follows; for many threads at once. */
public final class Witness implements AutoCloseable {
    private final VerifierKey key;
    private final Map<String, FollowedLog> logs;

    /** @param logs by the SHA-256 of their origin, in hex */
    Witness(VerifierKey key, Map<String, FollowedLog> logs) {
        this.key = key;
        this.logs = Map.copyOf(logs);
    }

    /** Whom readers must know in order to count its cosignatures. */
    public VerifierKey key() {
        return key;
    }

    /** @param body of an add-checkpoint request */
    public Answer addCheckpoint(byte[] body) {
        AddCheckpoint request;
        Checkpoint checkpoint;
        try {
            request = AddCheckpoint.parse(body);
            checkpoint = Checkpoint.parse(request.checkpoint().text());
        } catch (NoteRejected e) {
            return new Answer.Refused(Refusal.MALFORMED, String.valueOf(e.getMessage()));
        }
        // If the checkpoint origin is unknown, the witness MUST respond with a "404 Not Found" HTTP status code.
        var log = logs.get(WitnessDirectory.originHash(checkpoint.origin()));
        if (log == null) {
            return new Answer.Refused(Refusal.UNKNOWN_LOG, "this witness does not follow that log");
        }
        return log.add(request, checkpoint);
    }

    /**
     * What it cosigned last of a log (C2SP tlog-witness, "Monitor Retrieval Mechanism").
     *
     * @param originHash SHA-256 of the log's origin, in lower-case hex
     * @return with the log's signatures and its own; empty where it cosigned none
     */
    public Optional<SignedNote> latest(String originHash) {
        return Optional.ofNullable(logs.get(originHash)).flatMap(FollowedLog::latest);
    }

    @Override
    public void close() throws IOException {
        for (var log : logs.values()) {
            log.close();
        }
    }
}
