package org.consentledger.query.proof;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.consentledger.access.Allowed;
import org.consentledger.access.Scope;
import org.consentledger.ledger.reading.PublicLog;
import org.consentledger.ledger.tile.TilePath;
import org.consentledger.ledger.tile.TileRejected;
import org.consentledger.query.platform.Code;
import org.consentledger.query.platform.Identifiers;
import org.consentledger.query.platform.Malformed;
import org.consentledger.query.platform.Malformed.Fault;
import org.consentledger.query.platform.QuestionRejected;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/**
 * The ledger as a transparency log: C2SP tlog-tiles under the prefix {@code /ledger}, its key, and receipts. Nothing
 * here rests on a projection.
 */
@RestController
@Allowed(Scope.LEDGER_READ)
class ProofController {
    private static final String PREFIX = "/ledger/";
    private static final MediaType TEXT = new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8);
    private static final CacheControl CHANGES = CacheControl.noCache();
    private static final CacheControl NEVER_CHANGES =
            CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable();

    private final PublicLog log;

    ProofController(PublicLog log) {
        this.log = log;
    }

    @GetMapping(PREFIX + "checkpoint")
    ResponseEntity<byte[]> checkpoint() {
        return text(log.checkpoint().orElseThrow(() -> new QuestionRejected(Code.NOT_YET_SIGNED)));
    }

    /** Also the entry bundles: {@code tile/entries/…}. */
    @GetMapping(PREFIX + "tile/**")
    ResponseEntity<byte[]> tile(HttpServletRequest request) {
        var path = path(request.getRequestURI());
        var tile = log.tile(path).orElseThrow(() -> new QuestionRejected(Code.TILE_UNKNOWN, path));
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .cacheControl(NEVER_CHANGES)
                .body(tile);
    }

    /** Verifier keys (C2SP signed-note, vkey), one a line, the one in use first. */
    @GetMapping(PREFIX + "key")
    ResponseEntity<byte[]> key() {
        var keys = log.keys();
        if (keys.isEmpty()) {
            throw new QuestionRejected(Code.NOT_YET_SIGNED);
        }
        return text(String.join("\n", keys) + "\n");
    }

    /** Every change of the signing key, the oldest first, each with the last checkpoint before and the first after it. */
    @GetMapping(PREFIX + "key-changes")
    List<PublishedKeyChange> keyChanges() {
        return log.keyChanges().stream().map(PublishedKeyChange::of).toList();
    }

    /** The receipt of an event under the newest checkpoint (C2SP tlog-proof). */
    @GetMapping(PREFIX + "receipts/{eventId}")
    ResponseEntity<byte[]> receipt(@PathVariable String eventId) {
        var id = Identifiers.event("path:eventId", eventId);
        if (log.statement(id).isEmpty()) {
            throw new QuestionRejected(Code.EVENT_UNKNOWN, id);
        }
        return text(log.receipt(id).orElseThrow(() -> new QuestionRejected(Code.NOT_YET_SIGNED)));
    }

    private static ResponseEntity<byte[]> text(String text) {
        return ResponseEntity.ok().contentType(TEXT).cacheControl(CHANGES).body(text.getBytes(StandardCharsets.UTF_8));
    }

    private static TilePath path(String uri) {
        try {
            return TilePath.parse(uri.substring(PREFIX.length()));
        } catch (TileRejected _) {
            throw new Malformed("path:tile", Fault.NOT_A_TILE);
        }
    }
}
