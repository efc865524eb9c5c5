package org.consentledger.query.dossier;

import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.consentledger.dossier.HandedKey;
import org.consentledger.dossier.OpenedForm;
import org.consentledger.events.EventTypes;
import org.consentledger.events.ledger.DataKeyCommitted;
import org.consentledger.ledger.audit.ProvenEvent;
import org.consentledger.ledger.personal.DataKey;
import org.consentledger.ledger.personal.DataKeys;
import org.consentledger.query.platform.Code;
import org.consentledger.query.platform.QuestionRejected;
import org.springframework.stereotype.Component;

/** Hands over the data keys (データ鍵) that events are sealed with, each with the ledger's commitment to it. */
@Component
class HandOver {
    private static final String COMMITTED =
            EventTypes.of(DataKeyCommitted.class).name();

    private final DataKeys dataKeys;

    HandOver(DataKeys dataKeys) {
        this.dataKeys = dataKeys;
    }

    /** The streams in which the ledger committed itself to the keys of these events. */
    Set<String> streams(Collection<ProvenEvent> events) {
        return events.stream()
                .flatMap(event -> OpenedForm.kids(event.event().payload()).stream())
                .map(DataKeys::streamOf)
                .collect(Collectors.toSet());
    }

    static boolean isCommitment(ProvenEvent event) {
        return event.event().payloadType().equals(COMMITTED);
    }

    /**
     * The keys that the ledger committed itself to by these events.
     *
     * @throws QuestionRejected {@code CUSTOMER_ERASED} where one is destroyed
     */
    List<HandedKey> keys(List<ProvenEvent> commitments) {
        var keys = dataKeys.named(commitments.stream().map(HandOver::kid).toList());
        return commitments.stream()
                .map(committed -> new HandedKey(
                        committed,
                        keys.getOrDefault(kid(committed), Optional.empty())
                                .map(key -> HexFormat.of().formatHex(key.secret()))
                                .orElseThrow(() -> new QuestionRejected(Code.CUSTOMER_ERASED))))
                .toList();
    }

    private static String kid(ProvenEvent committed) {
        return DataKey.kid(HandedKey.commitment(committed));
    }
}
