package org.consentledger.dossier;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.consentledger.events.CustomerId;
import org.consentledger.events.TermsId;
import org.consentledger.ledger.audit.EventBytes;
import org.consentledger.ledger.audit.ProvenEvent;
import org.consentledger.ledger.note.Checkpoint;
import org.consentledger.ledger.note.SignatureType;
import org.consentledger.ledger.note.SignedNote;
import org.consentledger.ledger.note.SigningKey;
import org.consentledger.ledger.statement.LeafEntry;
import org.consentledger.ledger.statement.Salt;
import org.consentledger.ledger.statement.Statement;
import org.consentledger.ledger.tree.ConsistencyProof;
import org.consentledger.ledger.tree.Hash;
import org.consentledger.ledger.tree.StoredTree;
import org.consentledger.ledger.tree.TreeHashing;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A dossier that is the same on every machine: of eleven events, with a draft, a notice, a consent that was withdrawn, an
 * acceptance taken from paper and annulled, personal data and a suspension of use.
 */
public final class FixedDossier {
    public static final SigningKey KEY =
            SigningKey.generate("ledger.example/fixed", SignatureType.ED25519, new OneByte(3));

    /** The data key of its customer; its commitment is among the events. */
    private static final String SECRET = "07".repeat(32);

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Instant FIRST_RECORDED = Instant.parse("2022-01-01T00:00:00Z");
    private static final String OPENED = "fixed-opened.json";

    private final List<EventBytes> events = new ArrayList<>();
    private final List<byte[]> statements = new ArrayList<>();
    private final List<Hash> leaves = new ArrayList<>();

    private FixedDossier() {
        var numbers = new HashMap<String, Long>();
        for (var line : resource("fixed-events.jsonl").lines().toList()) {
            var event = JSON.readTree(line);
            append(event, numbers.merge(event.path("aggregateId").stringValue(), 1L, Long::sum) - 1);
        }
    }

    /** A source of bytes that are all the same. */
    private static final class OneByte extends SecureRandom {
        private static final long serialVersionUID = 1L;
        private final byte value;

        private OneByte(int value) {
            this.value = (byte) value;
        }

        @Override
        public void nextBytes(byte[] bytes) {
            Arrays.fill(bytes, value);
        }
    }

    /** What the dossier is made of, as known from all events; the data key is not handed over. */
    public static Sources sources() {
        return sources(false);
    }

    /** The same with the data key of its customer. */
    public static Sources withKey() {
        return sources(true);
    }

    private static Sources sources(boolean withKey) {
        var ledger = new FixedDossier();
        int size = ledger.events.size();
        return ledger.sources(
                new Question(
                        new CustomerId("c"),
                        new TermsId("alpha"),
                        Instant.parse("2021-10-01T00:00:00Z"),
                        "position:" + size,
                        size),
                withKey);
    }

    /** What the ledger signed when it held so many leaves. */
    public static SignedNote checkpoint(int size) {
        return new FixedDossier().signed(size);
    }

    /** That the dossier's checkpoint continues that one. */
    public static ConsistencyProof consistency(int size) {
        var ledger = new FixedDossier();
        return ledger.tree().consistencyProof(size, ledger.leaves.size());
    }

    private SignedNote signed(int size) {
        return new Checkpoint(KEY.verifierKey().name(), size, tree().root(size)).sign(KEY);
    }

    private StoredTree tree() {
        return new StoredTree((_, first, count) -> leaves.subList((int) first, (int) first + count));
    }

    private void append(JsonNode event, long seq) {
        int position = events.size();
        byte[] payload = JSON.writeValueAsBytes(event.path("payload"));
        byte[] metadata = "{}".getBytes(UTF_8);
        var bytes = new EventBytes(
                position,
                new UUID(0x01a209ff07af70b6L, 0xbc91000000000000L + position),
                event.path("aggregateType").stringValue(),
                event.path("aggregateId").stringValue(),
                seq,
                event.path("payloadType").stringValue(),
                "1",
                payload,
                metadata,
                FIRST_RECORDED.plusSeconds(60L * position));
        byte[] statement = new Statement(
                        bytes.aggregateId(),
                        bytes.eventId(),
                        Hash.sha256(metadata),
                        bytes.payloadRevision(),
                        Hash.sha256(payload),
                        bytes.payloadType(),
                        bytes.recordedAt(),
                        new Salt(0, position),
                        seq,
                        bytes.aggregateType())
                .canonical();
        events.add(bytes);
        statements.add(statement);
        leaves.add(TreeHashing.leaf(LeafEntry.of(bytes.eventId(), statement).canonical()));
    }

    private Sources sources(Question question, boolean withKey) {
        var tree = tree();
        var opened = JSON.readTree(resource(OPENED));
        var relevant = new ArrayList<RelevantEvent>();
        var others = new ArrayList<OtherEvent>();
        var handedKeys = new ArrayList<HandedKey>();
        for (var event : events) {
            int position = (int) event.position();
            var proof = tree.inclusionProof(position, events.size());
            if (StatedEvents.mayState(event.payloadType())) {
                var clear = opened.path(Integer.toString(position));
                relevant.add(new RelevantEvent(
                        new ProvenEvent(event, statements.get(position), proof),
                        clear.isMissingNode() ? null : JSON.writeValueAsString(clear)));
            } else if (event.payloadType().equals("ledger.DataKeyCommitted")) {
                handedKeys.add(new HandedKey(new ProvenEvent(event, statements.get(position), proof), SECRET));
            } else {
                others.add(new OtherEvent(position, event.eventId(), statements.get(position), proof));
            }
        }
        return new Sources(
                question,
                signed(events.size()),
                List.of(KEY.verifierKey()),
                relevant,
                others,
                withKey ? handedKeys : List.of(),
                null);
    }

    private static String resource(String name) {
        try (var file = FixedDossier.class.getResourceAsStream(name)) {
            return new String(Objects.requireNonNull(file, name).readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
