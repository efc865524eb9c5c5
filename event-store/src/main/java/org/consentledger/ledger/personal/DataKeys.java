package org.consentledger.ledger.personal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.consentledger.events.CustomerId;
import org.consentledger.events.ledger.DataKeyCommitted;
import org.consentledger.ledger.reading.AnsweredRequest;
import org.consentledger.ledger.together.AskedTogether;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** Looks the customers' data keys up, each time anew; the appender alone stores and destroys them. */
public final class DataKeys {
    /**
     * For each who asks: the last epoch, each of his keys with its commitment, what stands under his idempotency key.
     * Each lateral question goes through an index whatever the planner thinks of the tables: planned while they were
     * small, a join would read all of the ledger for ever. Arrays in brackets keep their lengths from the planner, who
     * would make a new plan for each, in ten times the time that the question takes.
     */
    private static final String OF_CUSTOMER = """
            select (select max(epoch) from ledger.master_epoch), k.version, coalesce(k.epoch, 0), k.wrapped,
                committed.payload, k.retired_at is not null,
                i.fingerprint, i.key_version, i.first_position, i.last_position, asked.number
            from unnest((select ?::text[]), (select ?::text[])) with ordinality asked(customer_id, key, number)
            left join lateral (
                select * from ledger.data_key where customer_id = asked.customer_id order by version offset 0) k on true
            left join lateral (
                select payload from ledger.event
                where aggregate_id = 'key:' || asked.customer_id || ':' || coalesce(k.version, 1) and seq = 0
                limit 1) committed on true
            left join lateral (
                select * from ledger.idempotency
                where customer_id = asked.customer_id and key = asked.key limit 1) i on true""";

    private static final String NAMED = """
            select k.customer_id, k.version, coalesce(k.epoch, 0), k.wrapped, committed.payload,
                k.retired_at is not null
            from unnest((select ?::text[])) kid
            join lateral (
                select * from ledger.data_key
                where customer_id = substring(kid from '^(.*):[0-9]+$') and version = substring(kid from '[0-9]+$')::int
                limit 1) k on true
            left join lateral (
                select payload from ledger.event where aggregate_id = 'key:' || kid and seq = 0 limit 1) committed
                on true""";

    private final JdbcClient jdbc;
    private final MasterKeys masterKeys;
    private final JsonMapper events;
    private final AskedTogether<Asked, AskedBefore> together = new AskedTogether<>(this::find);

    /** @param key the idempotency key; {@code null} where none is asked about */
    private record Asked(CustomerId customerId, @Nullable String key) {}

    public DataKeys(DataSource dataSource, MasterKeys masterKeys, JsonMapper events) {
        this.jdbc = JdbcClient.create(dataSource);
        this.masterKeys = masterKeys;
        this.events = events;
    }

    /** The stream of a data key, whose one event is its commitment. */
    public static String streamOf(DataKeyCommitted committed) {
        return streamOf(DataKey.kid(committed));
    }

    /** The stream of the data key with that id. */
    public static String streamOf(String kid) {
        return "key:" + kid;
    }

    public CustomerKeys of(CustomerId customerId) {
        return together.ask(new Asked(customerId, null)).keys();
    }

    /** The same of many at once, in their order. */
    public List<CustomerKeys> of(List<CustomerId> customers) {
        return find(customers.stream()
                        .map(customer -> new Asked(customer, null))
                        .toList())
                .stream()
                .map(AskedBefore::keys)
                .toList();
    }

    /** The keys of the customer who asks, and whether he asked before. */
    public AskedBefore askedBefore(RequestClaim claim) {
        return together.ask(new Asked(claim.customerId(), claim.key()));
    }

    /** The same of many at once, in their order. */
    public List<AskedBefore> askedBefore(List<RequestClaim> claims) {
        return find(claims.stream()
                .map(claim -> new Asked(claim.customerId(), claim.key()))
                .toList());
    }

    /**
     * The keys of these ids, each where it still exists.
     *
     * @throws SealBroken where the database knows nothing of one
     */
    public Map<String, Optional<DataKey>> named(Collection<String> kids) {
        var stored = stored(kids);
        if (stored.stream().anyMatch(key -> key.isOfAnEndedEpoch(masterKeys))) {
            stored = stored(kids); // a rotation may have wrapped them anew in between
        }
        var keys = new HashMap<String, Optional<DataKey>>();
        stored.forEach(key -> keys.put(DataKey.kid(key.customerId(), key.version()), key.unwrap(masterKeys)));
        kids.stream().filter(kid -> !keys.containsKey(kid)).findFirst().ifPresent(kid -> {
            throw new SealBroken("key " + kid + " is not in the database");
        });
        return keys;
    }

    private List<WrappedKey> stored(Collection<String> kids) {
        return jdbc.sql(NAMED)
                .param(kids.toArray(String[]::new))
                .query((row, _) -> wrapped(new CustomerId(row.getString(1)), row, 2))
                .list();
    }

    private List<AskedBefore> find(List<Asked> all) {
        var found = all.stream().map(Asked::customerId).map(Found::new).toList();
        jdbc.sql(OF_CUSTOMER)
                .param(all.stream().map(asked -> asked.customerId().value()).toArray(String[]::new))
                .param(all.stream().map(Asked::key).toArray(String[]::new))
                .query((ResultSet row) -> {
                    found.get(row.getInt(11) - 1).add(row);
                });
        return found.stream().map(Found::askedBefore).toList();
    }

    /** The first version that the ledger holds no commitment to, whether the key's row is there or a restore lost it. */
    private int nextVersion(CustomerId customerId) {
        int version = 1;
        while (isCommitted(customerId, version)) {
            version++;
        }
        return version;
    }

    private boolean isCommitted(CustomerId customerId, int version) {
        return jdbc.sql("select exists (select from ledger.event where aggregate_id = ? and seq = 0)")
                .param(streamOf(DataKey.kid(customerId, version)))
                .query(Boolean.class)
                .single();
    }

    private WrappedKey wrapped(CustomerId customerId, ResultSet row, int first) throws SQLException {
        byte[] committed = row.getBytes(first + 3);
        return new WrappedKey(
                customerId,
                row.getInt(first),
                row.getInt(first + 1),
                row.getBytes(first + 2),
                committed == null ? null : commitment(committed),
                row.getBoolean(first + 4));
    }

    /** From the stored event, of which nothing else is needed. */
    private @Nullable String commitment(byte[] committed) {
        return events.readTree(committed).path("commitment").stringValue(null);
    }

    /** The rows of one question, put together. */
    private final class Found {
        private final CustomerId customerId;
        private final TreeMap<Integer, WrappedKey> keys = new TreeMap<>();
        private int epoch;
        private boolean firstIsCommitted;
        private @Nullable AnsweredRequest answered;

        private Found(CustomerId customerId) {
            this.customerId = customerId;
        }

        private void add(ResultSet row) throws SQLException {
            epoch = row.getInt(1);
            if (row.getObject(2) == null) {
                firstIsCommitted = row.getBytes(5) != null;
            } else {
                keys.put(row.getInt(2), wrapped(customerId, row, 2));
            }
            byte[] fingerprint = row.getBytes(7);
            if (fingerprint != null) {
                answered = new AnsweredRequest(
                        fingerprint, row.getObject(8, Integer.class), row.getLong(9), row.getLong(10));
            }
        }

        private AskedBefore askedBefore() {
            boolean isFirst = keys.isEmpty() && !firstIsCommitted;
            return new AskedBefore(
                    new CustomerKeys(customerId, keys, () -> isFirst ? 1 : nextVersion(customerId), epoch, masterKeys),
                    answered);
        }
    }
}
