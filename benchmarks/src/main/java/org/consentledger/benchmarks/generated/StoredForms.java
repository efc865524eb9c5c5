package org.consentledger.benchmarks.generated;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.SerializedObject;
import org.consentledger.events.AboutCustomer;
import org.consentledger.events.AggregateIds;
import org.consentledger.events.CustomerId;
import org.consentledger.events.EventMapper;
import org.consentledger.events.customer.CustomerLeft;
import org.consentledger.events.terms.TermsEvent;
import org.consentledger.ledger.append.EventToAppend;
import org.consentledger.ledger.append.IdempotencyClaim;
import org.consentledger.ledger.personal.DataKey;
import org.consentledger.ledger.personal.DataKeys;
import org.consentledger.ledger.personal.MasterKeys;
import org.consentledger.ledger.personal.NewDataKey;
import org.consentledger.ledger.serializer.EventSerializer;
import org.consentledger.ledger.statement.Salt;

/**
 * Gives events the form in which the ledger stores them, sealed, and salted; by the ledger's own code. Data keys come from
 * the seed, since nobody's data are behind them; nonces and salts are as random as ever. Any number of threads may ask.
 */
final class StoredForms {
    private static final int FIRST = 1;
    private static final String HMAC = "HmacSHA256";

    private final DataSet set;
    private final MasterKeys masterKeys;
    private final int epoch;
    private final EventSerializer serializer = new EventSerializer(EventMapper.create());
    private final byte[] noMetaData = metaData(MetaData.emptyInstance());
    private final byte[] bySignUp = metaData(MetaData.from(Map.of("recordedBy", "signup")));
    private final byte[] byPublisher = metaData(MetaData.from(Map.of("recordedBy", "publisher")));
    private final SecureRandom random = new SecureRandom();

    StoredForms(DataSet set, MasterKeys masterKeys, int epoch) {
        this.set = set;
        this.masterKeys = masterKeys;
        this.epoch = epoch;
    }

    private byte[] metaData(MetaData metaData) {
        return serializer.serialize(metaData, byte[].class).getData();
    }

    Entry ofTerms(TermsEvent event, int seq, Instant recordedAt) {
        var id = new EventIds(set.seed(), -1).of(recordedAt, seq);
        var form = serializer.serialize(event, byte[].class);
        return Entry.of(
                toAppend(id, "TermsDocument", AggregateIds.terms(event.termsId()), seq, form, byPublisher),
                recordedAt,
                null,
                null);
    }

    /** A customer's record, after the commitment to his key where it is his first. */
    List<Entry> ofCustomer(int customer, int number, AboutCustomer event, UUID id, Instant recordedAt) {
        var key = DataKey.handedOver(event.customerId(), FIRST, secret(customer));
        var payload = serializer.seal(event, _ -> key);
        var stored = event instanceof CustomerLeft
                ? toAppend(id, "Customer", AggregateIds.customer(event.customerId()), 0, payload, bySignUp)
                : toAppend(id, "Agreement", agreement(event.customerId()), number, payload, bySignUp);
        var claim = new IdempotencyClaim(
                event.customerId().value(), "request-" + number, key.fingerprint(payload.getData()), FIRST);
        var entry = Entry.of(stored, recordedAt, null, claim);
        return number == 0 ? List.of(commitment(customer, key, recordedAt), entry) : List.of(entry);
    }

    private static String agreement(CustomerId customerId) {
        return AggregateIds.agreement(GeneratedTerms.TERMS, customerId);
    }

    private Entry commitment(int customer, DataKey key, Instant recordedAt) {
        var made = NewDataKey.of(key, epoch, masterKeys);
        var form = serializer.serialize(made.committed(), byte[].class);
        var id = new EventIds(set.seed(), customer).of(recordedAt, -1);
        return Entry.of(
                toAppend(id, "DataKey", DataKeys.streamOf(made.committed()), 0, form, noMetaData),
                recordedAt,
                made,
                null);
    }

    private EventToAppend toAppend(
            UUID id, String type, String aggregateId, long seq, SerializedObject<byte[]> payload, byte[] metaData) {
        return new EventToAppend(
                id,
                type,
                aggregateId,
                seq,
                payload.getType().getName(),
                Objects.requireNonNull(payload.getType().getRevision()),
                payload.getData(),
                metaData,
                Salt.random(random));
    }

    private byte[] secret(int customer) {
        try {
            var mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(
                    ByteBuffer.allocate(Long.BYTES).putLong(set.seed()).array(), HMAC));
            return mac.doFinal(
                    ByteBuffer.allocate(Integer.BYTES).putInt(customer).array());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + HMAC, e);
        }
    }
}
