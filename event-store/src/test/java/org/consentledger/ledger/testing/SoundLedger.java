package org.consentledger.ledger.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.consentledger.events.Channel;
import org.consentledger.events.EditionNumber;
import org.consentledger.events.TermsId;
import org.consentledger.events.terms.NoticeOfChangePosted;

/** A signed ledger of 600 events, no two alike, of 30 checkpoints: two full bundles and one that is not. */
public final class SoundLedger {
    public static final int SIZE = 600;
    public static final int GROUP = 20;

    private SoundLedger() {}

    /**
     * Makes one, and leaves nobody connected to it.
     *
     * @param keys where its key and its signer's memory come to lie
     * @return the URL of its database
     */
    public static String create(Path keys) {
        String url = TestPostgres.migrated("ledger");
        try (var database = TestPostgres.pool(url)) {
            try (var ledger = TestLedger.signing(database, keys)) {
                for (int first = 0; first < SIZE; first += GROUP) {
                    append(ledger, first, GROUP);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return url;
    }

    /** Appends events {@code first} to {@code first + count - 1} in one unit of work. */
    public static void append(TestLedger ledger, int first, int count) {
        List<DomainEventMessage<?>> events = IntStream.range(first, first + count)
                .<DomainEventMessage<?>>mapToObj(SoundLedger::event)
                .toList();
        ledger.append(_ -> {}, events);
    }

    private static DomainEventMessage<Object> event(int number) {
        var payload = new NoticeOfChangePosted(
                new TermsId("terms"),
                new EditionNumber(1 + number),
                Channel.WEB,
                Instant.EPOCH,
                "https://例え.example/" + number,
                null);
        return TestLedger.event("aggregate-" + number % 7, number / 7, payload);
    }
}
