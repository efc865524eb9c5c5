package org.consentledger.ledger.testing;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.axonframework.serialization.upcasting.event.NoOpEventUpcaster;
import org.consentledger.events.Channel;
import org.consentledger.events.EditionNumber;
import org.consentledger.events.EventMapper;
import org.consentledger.events.TermsId;
import org.consentledger.events.terms.NoticeOfChangePosted;
import org.consentledger.ledger.append.Following;
import org.consentledger.ledger.append.GroupAppender;
import org.consentledger.ledger.append.Head;
import org.consentledger.ledger.append.Signing;
import org.consentledger.ledger.append.Unsigned;
import org.consentledger.ledger.append.Upstream;
import org.consentledger.ledger.append.UpstreamFollower;
import org.consentledger.ledger.note.SignedNote;
import org.consentledger.ledger.personal.DataKeys;
import org.consentledger.ledger.personal.Epochs;
import org.consentledger.ledger.personal.MasterKeys;
import org.consentledger.ledger.personal.RememberedErasure;
import org.consentledger.ledger.personal.RequestClaim;
import org.consentledger.ledger.personal.SealedForm;
import org.consentledger.ledger.reading.LedgerReader;
import org.consentledger.ledger.reading.LedgerTime;
import org.consentledger.ledger.reading.PublicLog;
import org.consentledger.ledger.reading.Timestamps;
import org.consentledger.ledger.rows.CheckpointRows;
import org.consentledger.ledger.rows.CosignatureRows;
import org.consentledger.ledger.rows.EventRows;
import org.consentledger.ledger.rows.HashRows;
import org.consentledger.ledger.rows.KeyChangeRows;
import org.consentledger.ledger.rows.LeafRows;
import org.consentledger.ledger.rows.TimestampRows;
import org.consentledger.ledger.rows.TreeRow;
import org.consentledger.ledger.serializer.EventSerializer;
import org.consentledger.ledger.signer.KeyDirectory;
import org.consentledger.ledger.signer.Signer;
import org.consentledger.ledger.stamping.AuthoritySettings;
import org.consentledger.ledger.stamping.Stamper;
import org.consentledger.ledger.store.Appended;
import org.consentledger.ledger.store.Claimed;
import org.consentledger.ledger.store.LedgerEventStorageEngine;
import org.consentledger.ledger.store.LedgerEventStore;
import org.jspecify.annotations.Nullable;

/** The ledger without Spring: one appending process. Two of them on one database are two processes. */
public final class TestLedger implements AutoCloseable {
    private final GroupAppender appender;
    private final EventSerializer serializer = new EventSerializer(EventMapper.create());
    public final DataKeys dataKeys;
    private final Signing signing;
    private final @Nullable UpstreamFollower follower;

    /** Where the events live elsewhere. */
    public final @Nullable Following following;

    public final HikariDataSource database;
    public final LedgerEventStore store;
    public final LedgerReader reader;
    public final LedgerTime time;
    public final PublicLog log;
    public final Timestamps timestamps;

    public TestLedger(HikariDataSource database) {
        this(database, new Unsigned(), NoOpEventUpcaster.INSTANCE);
    }

    /** One that signs, with the key and the memory in that directory; both are made where they are missing. */
    public static TestLedger signing(HikariDataSource database, Path keys) throws IOException {
        return signing(database, keys, _ -> {});
    }

    /** One that signs, and says so. */
    public static TestLedger signing(HikariDataSource database, Path keys, Consumer<SignedNote> onSigned)
            throws IOException {
        var head = new Head();
        var signer = signer(database, keys, head, onSigned);
        return new TestLedger(database, signer, head, NoOpEventUpcaster.INSTANCE, new TestMasterKeys(), _ -> {}, null);
    }

    private static Signer signer(HikariDataSource database, Path keys, Head head, Consumer<SignedNote> onSigned)
            throws IOException {
        var directory = new KeyDirectory(keys);
        return new Signer(
                directory.key(null),
                directory.memory(),
                new CheckpointRows(database),
                new HashRows(database),
                () -> TreeRow.read(database),
                head,
                onSigned);
    }

    /** One whose events live elsewhere. It signs, and follows. */
    public static TestLedger following(HikariDataSource database, Path keys, Upstream upstream) throws IOException {
        return following(database, keys, upstream, new TestMasterKeys());
    }

    /** The same with these master keys. */
    public static TestLedger following(HikariDataSource database, Path keys, Upstream upstream, MasterKeys masterKeys)
            throws IOException {
        var head = new Head();
        var signer = signer(database, keys, head, _ -> {});
        return following(database, signer, head, upstream, masterKeys);
    }

    /** The same beside one that signs. */
    public static TestLedger following(HikariDataSource database, Upstream upstream) {
        return following(database, new Unsigned(), new Head(), upstream, new TestMasterKeys());
    }

    private static TestLedger following(
            HikariDataSource database, Signing signing, Head head, Upstream upstream, MasterKeys masterKeys) {
        var ledger = new TestLedger(database, signing, head, NoOpEventUpcaster.INSTANCE, masterKeys, _ -> {}, upstream);
        Objects.requireNonNull(ledger.follower).start();
        return ledger;
    }

    public TestLedger(HikariDataSource database, Signing signing, EventUpcaster upcasters) {
        this(database, signing, new Head(), upcasters, new TestMasterKeys(), _ -> {}, null);
    }

    public TestLedger(HikariDataSource database, MasterKeys masterKeys) {
        this(database, masterKeys, _ -> {});
    }

    /** One that remembers its erasures. */
    public TestLedger(HikariDataSource database, MasterKeys masterKeys, Consumer<List<RememberedErasure>> onErased) {
        this(database, new Unsigned(), new Head(), NoOpEventUpcaster.INSTANCE, masterKeys, onErased, null);
    }

    private TestLedger(
            HikariDataSource database,
            Signing signing,
            Head head,
            EventUpcaster upcasters,
            MasterKeys masterKeys,
            Consumer<List<RememberedErasure>> onErased,
            @Nullable Upstream upstream) {
        new Epochs(database, masterKeys).begin();
        var events = new EventRows(database);
        this.database = database;
        this.dataKeys = new DataKeys(database, masterKeys, EventMapper.create());
        this.signing = signing;
        this.following = upstream == null ? null : new Following(database, upstream, head, onErased);
        this.appender = following == null
                ? new GroupAppender(database, signing, head)
                : new GroupAppender(database, signing, head, following);
        this.follower = following == null ? null : new UpstreamFollower(following, head, events::size);
        var engine = LedgerEventStorageEngine.create(appender, events, serializer, dataKeys, onErased, upcasters);
        this.store = LedgerEventStore.create(engine, events, head, upcasters);
        this.reader = new LedgerReader(
                database, events, dataKeys, new SealedForm(EventMapper.create()), serializer, upcasters);
        this.time = new LedgerTime(database, events);
        this.log = new PublicLog(
                new CheckpointRows(database),
                new CosignatureRows(database),
                new KeyChangeRows(database),
                new HashRows(database),
                new LeafRows(database));
        this.timestamps = new Timestamps(reader, new TimestampRows(database));
    }

    /** Has its checkpoints stamped by this authority; whoever asks for it closes it. */
    public Stamper stamper(AuthoritySettings authority) {
        return new Stamper(
                authority, signing, new CheckpointRows(database), new TimestampRows(database), timestamps, store);
    }

    public static DomainEventMessage<Object> event(String aggregateId, long seq, Object payload) {
        return new GenericDomainEventMessage<>("Test", aggregateId, seq, payload);
    }

    /** An event of that aggregate; which one does not matter. */
    public static DomainEventMessage<Object> event(String aggregateId, long seq) {
        return event(
                aggregateId,
                seq,
                new NoticeOfChangePosted(
                        new TermsId("terms"), new EditionNumber(1), Channel.WEB, Instant.EPOCH, null, null));
    }

    /** Appends in a unit of work, as a command does. */
    public Appended append(DomainEventMessage<?>... events) {
        return append(_ -> {}, Arrays.asList(events));
    }

    public Appended append(Consumer<UnitOfWork<?>> before, List<DomainEventMessage<?>> events) {
        UnitOfWork<?> unitOfWork = DefaultUnitOfWork.startAndGet(GenericEventMessage.asEventMessage("command"));
        var result = unitOfWork.executeWithResult(() -> {
            before.accept(unitOfWork);
            store.publish(events);
            return unitOfWork;
        });
        if (result.isExceptional()) {
            throw (RuntimeException) result.exceptionResult();
        }
        return Appended.of(unitOfWork);
    }

    /** Appends as an answer to a request of a customer. */
    public Appended appendFor(RequestClaim claim, DomainEventMessage<?>... events) {
        var keys = dataKeys.askedBefore(claim).keys();
        return append(unitOfWork -> Appended.claim(unitOfWork, new Claimed(claim, keys)), Arrays.asList(events));
    }

    @Override
    public void close() {
        if (follower != null) {
            follower.close();
        }
        store.close();
        appender.close();
        if (signing instanceof Signer signer) {
            try {
                signer.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
