package org.consentledger.verifier;

import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import org.consentledger.dossier.HandedKey;
import org.consentledger.dossier.OpenedForm;
import org.consentledger.dossier.RelevantEvent;
import org.consentledger.dossier.Sources;
import org.consentledger.ledger.audit.Damage;
import org.consentledger.ledger.audit.Findings;
import org.consentledger.ledger.personal.DataKey;
import org.consentledger.ledger.personal.SealBroken;
import org.jspecify.annotations.Nullable;

/**
 * Checks data keys (データ鍵) that were handed over: each is the one that the ledger committed itself to before it used it, and
 * opens from the stored payloads just what is shown in the clear. Without them the ledger's signature vouches for that alone.
 */
final class HandedKeysCheck {
    private final Sources sources;
    private final Findings findings;

    HandedKeysCheck(Sources sources, Findings findings) {
        this.sources = sources;
        this.findings = findings;
    }

    /** What they open; nothing where none were handed over. */
    Optional<Remark> check() {
        var keys = new HashMap<String, DataKey>();
        for (var handed : sources.handedKeys()) {
            check(handed, keys);
        }
        if (keys.isEmpty()) {
            return Optional.empty();
        }
        long opened = sources.relevant().stream()
                .filter(relevant -> isOpenedAsShown(relevant, keys))
                .count();
        return Optional.of(Remark.of(
                Remark.Code.KEYS_OPEN,
                "the keys that were handed over open " + opened + " payloads, each to what is shown of it",
                opened));
    }

    private void check(HandedKey handed, Map<String, DataKey> keys) {
        var committed = handed.commitment();
        var event = handed.committed().event();
        var kid = DataKey.kid(committed);
        var key = key(handed);
        boolean isTheCustomers =
                committed.customerId().equals(sources.question().customerId());
        boolean isACommitment =
                event.aggregateId().equals("key:" + kid) && event.payloadType().equals("ledger.DataKeyCommitted");
        if (key == null
                || !isTheCustomers
                || !isACommitment
                || !key.commitment().equals(committed.commitment())) {
            contradicted(
                    event.position(), "the key handed over as " + kid + " is not the one that the ledger committed to");
        } else {
            keys.put(kid, key);
        }
    }

    private static @Nullable DataKey key(HandedKey handed) {
        var committed = handed.commitment();
        try {
            return DataKey.handedOver(
                    committed.customerId(), committed.version(), HexFormat.of().parseHex(handed.secret()));
        } catch (SealBroken _) {
            return null;
        }
    }

    private void contradicted(long position, String how) {
        findings.add(Damage.DATA_KEY_CONTRADICTED, position, how);
    }

    private boolean isOpenedAsShown(RelevantEvent relevant, Map<String, DataKey> keys) {
        var event = relevant.proven().event();
        var kids = OpenedForm.kids(event.payload());
        if (kids.isEmpty()) {
            return false;
        }
        try {
            boolean isAsShown = keys.keySet().containsAll(kids)
                    && relevant.opened() != null
                    && OpenedForm.isOpenedBy(keys, event, relevant.opened());
            if (!isAsShown) {
                contradicted(event.position(), "the keys handed over do not open it to what is shown of it");
            }
            return isAsShown;
        } catch (SealBroken e) {
            contradicted(event.position(), "the keys handed over do not open it: " + e.getMessage());
            return false;
        }
    }
}
