package org.consentledger.command.timestamp;

import java.net.URI;
import org.consentledger.access.Allowed;
import org.consentledger.access.Scope;
import org.consentledger.command.platform.Body;
import org.consentledger.command.platform.Code;
import org.consentledger.command.platform.CommandRejected;
import org.consentledger.command.platform.WriteAnswers;
import org.consentledger.ledger.reading.RecordedTimestamp;
import org.consentledger.ledger.stamping.Stamper;
import org.consentledger.ledger.stamping.Stamping.NotGrown;
import org.consentledger.ledger.stamping.Stamping.Stamped;
import org.consentledger.ledger.stamping.StampingFailed;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Has the newest checkpoint stamped now, without waiting for its hour. */
@RestController
@Allowed(Scope.OPERATE)
class TimestampCommandsController {
    private static final String PATH = "/ledger/timestamps";

    private final ObjectProvider<Stamper> stamper;

    TimestampCommandsController(ObjectProvider<Stamper> stamper) {
        this.stamper = stamper;
    }

    @Body
    record NoMembers() {}

    /** 201 with the new time stamp; 200 with the last one, where the ledger has not grown since. */
    @ResponseStatus(HttpStatus.CREATED)
    @PostMapping(path = PATH, produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<RecordedTimestamp> stamp(@RequestBody(required = false) @Nullable NoMembers body) {
        var authority = stamper.getIfAvailable();
        if (authority == null) {
            throw new CommandRejected(Code.TIMESTAMPS_OFF);
        }
        try {
            return switch (authority.stamp()) {
                case Stamped(var stamp) -> answer(HttpStatus.CREATED, stamp);
                case NotGrown(var last) when last != null -> answer(HttpStatus.OK, last);
                case NotGrown _ -> throw new CommandRejected(Code.NOTHING_TO_TIMESTAMP);
            };
        } catch (StampingFailed e) {
            throw new CommandRejected(Code.TIMESTAMP_FAILED, String.valueOf(e.getMessage()));
        }
    }

    private static ResponseEntity<RecordedTimestamp> answer(HttpStatus status, RecordedTimestamp stamp) {
        return ResponseEntity.status(status)
                .location(URI.create(PATH + "/" + stamp.number()))
                .header(WriteAnswers.LEDGER_POSITION, Long.toString(stamp.position()))
                .body(stamp);
    }
}
