package org.consentledger.query.proof;

import java.time.Instant;
import java.util.List;
import org.consentledger.access.Allowed;
import org.consentledger.access.Scope;
import org.consentledger.ledger.reading.LedgerHealth;
import org.consentledger.ledger.reading.PublicLog;
import org.consentledger.ledger.reading.RecordedTimestamp;
import org.consentledger.ledger.rows.CosignatureRows;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Answers how the ledger is, for whoever must vouch for it. */
@RestController
@Allowed({Scope.LEDGER_READ, Scope.DOSSIER_READ, Scope.OPERATE})
class LedgerHealthController {
    private final LedgerHealth health;
    private final PublicLog log;

    LedgerHealthController(LedgerHealth health, PublicLog log) {
        this.health = health;
        this.log = log;
    }

    /**
     * How far the ledger is recorded, signed, time-stamped and cosigned. All times UTC, by the ledger's clock unless another
     * is named.
     *
     * @param size in leaves
     * @param recordedUntil when the last leaf was recorded; {@code null} where there is none
     * @param checkpoint the newest one, with cosignatures (C2SP tlog-checkpoint); {@code null} where nothing is signed
     * @param signedSize leaves under it
     * @param signedUntil when the last of these was recorded
     * @param unsigned how many leaves wait for the signer
     * @param unsignedSince when the first of these was recorded; {@code null} where none waits
     * @param timestamp the last one; {@code null} where there is none
     * @param witnesses every one that was ever asked, by name
     * @param now when this was answered
     */
    record Health(
            long size,
            @Nullable Instant recordedUntil,
            @Nullable String checkpoint,
            long signedSize,
            @Nullable Instant signedUntil,
            long unsigned,
            @Nullable Instant unsignedSince,
            @Nullable RecordedTimestamp timestamp,
            List<Witness> witnesses,
            Instant now) {}

    /**
     * A witness.
     *
     * @param size of the largest tree that it cosigned; 0 for none
     * @param cosignedAt by its own clock; {@code null} for never
     */
    record Witness(String name, long size, @Nullable Instant cosignedAt) {
        static Witness of(CosignatureRows.Newest newest) {
            return new Witness(newest.witness().name(), newest.size(), newest.cosignedAt());
        }
    }

    @GetMapping("/ledger/health")
    ResponseEntity<Health> health() {
        var stands = health.stands();
        return ResponseEntity.ok()
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(new Health(
                        stands.size(),
                        stands.recordedUntil(),
                        log.checkpoint().orElse(null),
                        stands.signedSize(),
                        stands.signedUntil(),
                        stands.size() - stands.signedSize(),
                        stands.unsignedSince(),
                        health.lastTimestamp().orElse(null),
                        health.witnesses().stream().map(Witness::of).toList(),
                        stands.now()));
    }
}
