package org.consentledger.ledger.axonserver;

import com.google.protobuf.ByteString;
import io.axoniq.axonserver.grpc.MetaDataValue;
import io.axoniq.axonserver.grpc.SerializedObject;
import io.axoniq.axonserver.grpc.event.Event;
import io.axoniq.axonserver.grpc.event.EventWithToken;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.consentledger.events.EventMapper;
import org.consentledger.ledger.append.EventToAppend;
import org.consentledger.ledger.append.IdempotencyClaim;
import org.consentledger.ledger.append.UpstreamDamaged;
import org.consentledger.ledger.append.UpstreamEvent;
import org.consentledger.ledger.append.UpstreamEvent.Answered;
import org.consentledger.ledger.statement.Salt;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * The form of an event in Axon Server: the stored bytes under the stored name and revision, as any client of Axon Server
 * reads them, and among the metadata, under names that begin with {@code ledger.}, what the tree and the table of
 * answered requests are made from.
 */
final class EventForm {
    private static final String OURS = "ledger.";
    private static final String ORIGIN = OURS + "origin";
    private static final String SALT = OURS + "salt";
    private static final String GROUP = OURS + "group";
    private static final String CUSTOMER = OURS + "customer";
    private static final String KEY = OURS + "key";
    private static final String FINGERPRINT = OURS + "fingerprint";
    private static final String KEY_VERSION = OURS + "keyVersion";
    private static final String EVENTS = OURS + "events";

    private final JsonMapper json = EventMapper.create();
    private final String origin;

    /** @param origin of the ledger whose events these are */
    EventForm(String origin) {
        this.origin = origin;
    }

    Event write(UpstreamEvent event) {
        var stored = event.event().storedAt(0, event.timestamp());
        var written = Event.newBuilder()
                .setMessageIdentifier(stored.getEventIdentifier())
                .setAggregateType(stored.aggregateType())
                .setAggregateIdentifier(stored.aggregateId())
                .setAggregateSequenceNumber(stored.seq())
                .setTimestamp(event.timestamp().toEpochMilli())
                .setPayload(SerializedObject.newBuilder()
                        .setType(stored.payloadType())
                        .setRevision(stored.payloadRevision())
                        .setData(ByteString.copyFrom(stored.payload())));
        metaData(stored.metaData()).forEach((name, value) -> written.putMetaData(name, text(value)));
        written.putMetaData(ORIGIN, text(origin));
        written.putMetaData(SALT, text(event.event().salt().toString()));
        written.putMetaData(GROUP, text(event.group().toString()));
        var answered = event.answered();
        if (answered != null) {
            var claim = answered.claim();
            written.putMetaData(CUSTOMER, text(claim.customerId()));
            written.putMetaData(KEY, text(claim.key()));
            written.putMetaData(FINGERPRINT, text(HexFormat.of().formatHex(claim.fingerprint())));
            written.putMetaData(KEY_VERSION, text(Integer.toString(claim.keyVersion())));
            written.putMetaData(EVENTS, text(Integer.toString(answered.events())));
        }
        return written.build();
    }

    /** @throws UpstreamDamaged where nobody stored it in this form, or another ledger did */
    UpstreamEvent read(EventWithToken withToken) {
        var event = withToken.getEvent();
        var metaData = new TreeMap<String, String>();
        event.getMetaDataMap().forEach((name, value) -> metaData.put(name, value.getTextValue()));
        var owner = metaData.get(ORIGIN);
        if (owner != null && !owner.equals(origin)) {
            throw new UpstreamDamaged("the event with token " + withToken.getToken() + " belongs to the ledger " + owner
                    + ", and this one is " + origin + ": a context belongs to one ledger");
        }
        try {
            ours(metaData, ORIGIN);
            var told = new EventToAppend(
                    UUID.fromString(event.getMessageIdentifier()),
                    event.getAggregateType(),
                    event.getAggregateIdentifier(),
                    event.getAggregateSequenceNumber(),
                    event.getPayload().getType(),
                    event.getPayload().getRevision(),
                    event.getPayload().getData().toByteArray(),
                    theirs(metaData),
                    Salt.of(ours(metaData, SALT)));
            return new UpstreamEvent(
                    told,
                    Instant.ofEpochMilli(event.getTimestamp()),
                    UUID.fromString(ours(metaData, GROUP)),
                    answered(metaData));
        } catch (RuntimeException e) {
            throw new UpstreamDamaged(
                    "the event with token " + withToken.getToken() + " was not stored by this product", e);
        }
    }

    private static @Nullable Answered answered(Map<String, String> metaData) {
        return metaData.containsKey(KEY)
                ? new Answered(
                        new IdempotencyClaim(
                                ours(metaData, CUSTOMER),
                                ours(metaData, KEY),
                                HexFormat.of().parseHex(ours(metaData, FINGERPRINT)),
                                Integer.parseInt(ours(metaData, KEY_VERSION))),
                        Integer.parseInt(ours(metaData, EVENTS)))
                : null;
    }

    /** The bytes of the event's own metadata: its members sorted, as they were stored. */
    private byte[] theirs(Map<String, String> metaData) {
        var theirs = new TreeMap<>(metaData);
        theirs.keySet().removeIf(name -> name.startsWith(OURS));
        return json.writeValueAsBytes(theirs);
    }

    private Map<String, String> metaData(byte[] stored) {
        Map<String, String> members = json.readValue(stored, new TypeReference<TreeMap<String, String>>() {});
        if (!Arrays.equals(theirs(members), stored)) {
            throw new IllegalArgumentException("this metadata would not come back as it was");
        }
        return members;
    }

    private static String ours(Map<String, String> metaData, String name) {
        var value = metaData.get(name);
        if (value == null) {
            throw new IllegalArgumentException("it has no " + name);
        }
        return value;
    }

    private static MetaDataValue text(String value) {
        return MetaDataValue.newBuilder().setTextValue(value).build();
    }
}
