package org.consentledger.ledger.rows;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads events, always by an index and never more than a page at a time. */
public final class EventRows {
    /** So many rows are read at once: enough to hide the way to the database, few enough to be held. */
    public static final int PAGE = 500;

    /** So many are gone through at once where no index helps: a few seconds of a slow disk. */
    private static final long STRETCH = 100_000;

    private static final String SELECT = "select " + StoredEvent.COLUMNS + " from ledger.event ";

    private final JdbcClient jdbc;

    public EventRows(DataSource dataSource) {
        this.jdbc = JdbcClient.create(dataSource);
    }

    /** How many events there are: the position that the next one gets. */
    public long size() {
        return jdbc.sql("select size from ledger.tree").query(Long.class).single();
    }

    /**
     * Events from a position on, at most a page.
     *
     * @throws LedgerDamaged where a position is missing: what was once appended is gone
     */
    public List<StoredEvent> from(long position, int limit) {
        var rows = jdbc.sql(SELECT + "where position >= ? order by position limit ?")
                .param(position)
                .param(Math.min(limit, PAGE))
                .query(StoredEvent::of)
                .list();
        for (int i = 0; i < rows.size(); i++) {
            if (rows.get(i).position() != position + i) {
                throw new LedgerDamaged("the event at position " + (position + i) + " is missing");
            }
        }
        return rows;
    }

    public Optional<StoredEvent> at(long position) {
        return jdbc.sql(SELECT + "where position = ?")
                .param(position)
                .query(StoredEvent::of)
                .optional();
    }

    /** The events at these positions, in the order of the ledger; at most a page of them. */
    public List<StoredEvent> at(Collection<Long> positions) {
        if (positions.size() > PAGE) {
            throw new IllegalArgumentException("at most " + PAGE + " events are read at once");
        }
        return jdbc.sql(SELECT + "where position = any(?::bigint[]) order by position")
                .param(positions.toArray(Long[]::new))
                .query(StoredEvent::of)
                .list();
    }

    public Optional<StoredEvent> withId(UUID eventId) {
        return jdbc.sql(SELECT + "where event_id = ?")
                .param(eventId)
                .query(StoredEvent::of)
                .optional();
    }

    /** All events of an aggregate from a sequence number on, in order; read page by page as the stream is consumed. */
    public Stream<StoredEvent> ofAggregate(String aggregateId, long firstSeq) {
        return Stream.iterate(
                        aggregatePage(aggregateId, firstSeq),
                        page -> !page.isEmpty(),
                        page -> page.size() < PAGE
                                ? List.of()
                                : aggregatePage(aggregateId, page.getLast().seq() + 1))
                .flatMap(List::stream);
    }

    private List<StoredEvent> aggregatePage(String aggregateId, long firstSeq) {
        return jdbc.sql(SELECT + "where aggregate_id = ? and seq >= ? order by seq limit ?")
                .param(aggregateId)
                .param(firstSeq)
                .param(PAGE)
                .query(StoredEvent::of)
                .list();
    }

    /**
     * The first events of each of these aggregates, in their order; an aggregate that has none is not in the answer. Each
     * is found through the index, whatever the planner thinks of the table.
     *
     * @param limit of each aggregate's
     */
    public Map<String, List<StoredEvent>> ofAggregates(Collection<String> aggregateIds, int limit) {
        return jdbc
                .sql("select " + StoredEvent.COLUMNS + " from unnest((select ?::text[])) asked(id) cross join lateral"
                        + " (select * from ledger.event where aggregate_id = asked.id order by seq limit ?) of_one")
                .param(aggregateIds.toArray(String[]::new))
                .param(limit)
                .query(StoredEvent::of)
                .list()
                .stream()
                .collect(Collectors.groupingBy(StoredEvent::aggregateId));
    }

    /** All events from a position on to the end, in order; read page by page as the stream is consumed. */
    public Stream<StoredEvent> allFrom(long position) {
        return Stream.iterate(
                        from(position, PAGE),
                        page -> !page.isEmpty(),
                        page -> page.size() < PAGE
                                ? List.of()
                                : from(page.getLast().position() + 1, PAGE))
                .flatMap(List::stream);
    }

    /** The events of a type, by stored name, among the positions of a range; it goes through all of the range. */
    public List<StoredEvent> ofType(String payloadType, long from, long until) {
        return LongStream.iterate(from, first -> first < until, first -> first + STRETCH)
                .boxed()
                .flatMap(first -> ofTypeAtOnce(payloadType, first, Math.min(until, first + STRETCH)).stream())
                .toList();
    }

    private List<StoredEvent> ofTypeAtOnce(String payloadType, long from, long until) {
        return jdbc.sql(SELECT + "where position >= ? and position < ? and payload_type = ? order by position")
                .param(from)
                .param(until)
                .param(payloadType)
                .query(StoredEvent::of)
                .list();
    }

    public Optional<Long> lastSeq(String aggregateId) {
        return jdbc.sql("select seq from ledger.event where aggregate_id = ? order by seq desc limit 1")
                .param(aggregateId)
                .query(Long.class)
                .optional();
    }

    /** How many events were recorded before that time: the position of the first that was not. */
    public long countBefore(Instant time) {
        return countWhere("recorded_at < ?", time);
    }

    /** How many events were recorded at that time or before: as the ledger was known then. */
    public long countUntil(Instant time) {
        return countWhere("recorded_at <= ?", time);
    }

    private long countWhere(String condition, Instant time) {
        return jdbc.sql("select position + 1 from ledger.event where " + condition
                        + " order by recorded_at desc, position desc limit 1")
                .param(time.atOffset(ZoneOffset.UTC))
                .query(Long.class)
                .optional()
                .orElse(0L);
    }
}
