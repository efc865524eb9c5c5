package org.consentledger.command.platform;

import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** The headers that all answers to commands have. */
public final class WriteAnswers {
    /** Sent back with a read, it makes the read wait until it includes this command. */
    public static final String LEDGER_POSITION = "Ledger-Position";

    /** Says that an earlier request with the same idempotency key was answered again. */
    public static final String IDEMPOTENT_REPLAY = "Idempotent-Replay";

    private WriteAnswers() {}

    /** Begins an answer. It is JSON whatever the client asks for: what is recorded is not refused any more. */
    public static ResponseEntity.BodyBuilder answer(HttpStatus status, Written written) {
        var last = written.last();
        var answer = ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_JSON)
                .header(
                        LEDGER_POSITION,
                        last.position() == null ? "event:" + last.eventId() : Long.toString(last.position()));
        if (written.replayed()) {
            answer.header(IDEMPOTENT_REPLAY, "true");
        }
        return answer;
    }
}
