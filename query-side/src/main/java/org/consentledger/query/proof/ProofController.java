package org.consentledger.query.proof;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import java.util.regex.Pattern;
import org.consentledger.ledger.reading.PublicLog;
import org.consentledger.ledger.tile.TilePath;
import org.consentledger.ledger.tile.TileRejected;
import org.consentledger.query.platform.Code;
import org.consentledger.query.platform.Malformed;
import org.consentledger.query.platform.Malformed.Fault;
import org.consentledger.query.platform.QuestionRejected;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The ledger as a log that monitors read (C2SP tlog-tiles), and receipts. Nothing here holds personal data. */
@RestController
@RequestMapping("/ledger")
class ProofController {
    private static final MediaType PLAIN_TEXT = new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8);
    private static final Duration A_YEAR = Duration.ofDays(365);

    private static final Pattern UUID_FORM =
            Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

    private final PublicLog log;

    ProofController(PublicLog log) {
        this.log = log;
    }

    @GetMapping("/checkpoint")
    ResponseEntity<byte[]> checkpoint() {
        return changing(log.checkpoint().orElseThrow(() -> new QuestionRejected(Code.PATH_UNKNOWN)));
    }

    /** The keys in which checkpoints were ever signed, one a line, the one in use first. */
    @GetMapping("/key")
    ResponseEntity<byte[]> key() {
        var keys = log.keys();
        if (keys.isEmpty()) {
            throw new QuestionRejected(Code.PATH_UNKNOWN);
        }
        return changing(String.join("\n", keys) + "\n");
    }

    /** Tiles never change, partial ones included, so everybody may keep them for ever. */
    @GetMapping("/tile/{*tile}")
    ResponseEntity<byte[]> tile(@PathVariable String tile) {
        byte[] bytes = log.tile(path(tile)).orElseThrow(() -> new QuestionRejected(Code.PATH_UNKNOWN));
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .cacheControl(CacheControl.maxAge(A_YEAR).cachePublic().immutable())
                .body(bytes);
    }

    /** The receipt under the newest checkpoint; {@code UNAVAILABLE} while the event waits for its first one. */
    @GetMapping("/receipts/{eventId}")
    ResponseEntity<byte[]> receipt(@PathVariable String eventId) {
        UUID id = eventId(eventId);
        if (log.statement(id).isEmpty()) {
            throw new QuestionRejected(Code.EVENT_UNKNOWN, eventId);
        }
        return changing(log.receipt(id).orElseThrow(() -> new QuestionRejected(Code.UNAVAILABLE)));
    }

    private static ResponseEntity<byte[]> changing(String text) {
        return ResponseEntity.ok()
                .contentType(PLAIN_TEXT)
                .cacheControl(CacheControl.noCache())
                .body(text.getBytes(StandardCharsets.UTF_8));
    }

    private static TilePath path(String rest) {
        try {
            return TilePath.parse("tile" + rest);
        } catch (TileRejected _) {
            throw new Malformed("path:tile", Fault.NOT_A_TILE);
        }
    }

    /** Only what an event's id looks like is repeated in the answer. */
    private static UUID eventId(String text) {
        if (!UUID_FORM.matcher(text).matches()) {
            throw new Malformed("path:eventId", Fault.NOT_AN_IDENTIFIER, UUID_FORM.pattern());
        }
        return UUID.fromString(text);
    }
}
