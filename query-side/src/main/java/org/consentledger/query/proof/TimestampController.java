package org.consentledger.query.proof;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.regex.Pattern;
import org.consentledger.access.Allowed;
import org.consentledger.access.Scope;
import org.consentledger.ledger.reading.LedgerReader;
import org.consentledger.ledger.reading.RecordedTimestamp;
import org.consentledger.ledger.reading.Timestamps;
import org.consentledger.ledger.timestamp.TimestampedCheckpoint;
import org.consentledger.query.platform.Code;
import org.consentledger.query.platform.Malformed;
import org.consentledger.query.platform.Malformed.Fault;
import org.consentledger.query.platform.Page;
import org.consentledger.query.platform.QuestionRejected;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * The RFC 3161 time stamps over checkpoints. A token is served bare, without the reply that it came in, so that its
 * SHA-256 is the digest in the ledger.
 */
@RestController
@Allowed(Scope.LEDGER_READ)
@RequestMapping("/ledger/timestamps")
class TimestampController {
    /** ETSI's registration for the TimeStampToken of RFC 3161; that document registers only query and reply. */
    private static final MediaType TOKEN = MediaType.valueOf("application/vnd.etsi.timestamp-token");

    private static final MediaType TEXT = new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8);
    private static final CacheControl NEVER_CHANGES =
            CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable();
    private static final Pattern NUMBER = Pattern.compile("0|[1-9][0-9]{0,17}");

    private final Timestamps timestamps;
    private final LedgerReader ledger;

    TimestampController(Timestamps timestamps, LedgerReader ledger) {
        this.timestamps = timestamps;
        this.ledger = ledger;
    }

    /** All of them, the oldest first. */
    @GetMapping
    Page<RecordedTimestamp> list(
            @RequestParam(required = false) @Nullable String limit,
            @RequestParam(required = false) @Nullable String cursor) {
        var asked = Page.Asked.of(limit, cursor);
        long first = asked.after() == null ? 0 : number("query:cursor", Fault.NOT_A_CURSOR, asked.after()) + 1;
        return Page.of(
                timestamps.from(first, asked.limit() + 1),
                asked,
                stamp -> Long.toString(stamp.number()),
                ledger.size());
    }

    @GetMapping("/{number}")
    ResponseEntity<byte[]> token(@PathVariable String number) {
        return answer(TOKEN, kept(number).token());
    }

    /** The checkpoint that the token is about, in the very bytes that its imprint is of. */
    @GetMapping("/{number}/checkpoint")
    ResponseEntity<byte[]> checkpoint(@PathVariable String number) {
        return answer(TEXT, kept(number).note().getBytes(StandardCharsets.UTF_8));
    }

    private TimestampedCheckpoint kept(String number) {
        return timestamps
                .kept(number("path:number", Fault.NOT_A_NUMBER, number))
                .orElseThrow(() -> new QuestionRejected(Code.TIMESTAMP_UNKNOWN, number));
    }

    private static long number(String pointer, Fault fault, String value) {
        if (!NUMBER.matcher(value).matches()) {
            throw new Malformed(pointer, fault);
        }
        return Long.parseLong(value);
    }

    private static ResponseEntity<byte[]> answer(MediaType type, byte[] body) {
        return ResponseEntity.ok().contentType(type).cacheControl(NEVER_CHANGES).body(body);
    }
}
