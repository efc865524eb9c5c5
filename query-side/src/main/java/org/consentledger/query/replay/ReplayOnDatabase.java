package org.consentledger.query.replay;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import javax.sql.DataSource;
import org.consentledger.answer.Because;
import org.consentledger.events.CustomerId;
import org.consentledger.events.TermsId;
import org.consentledger.ledger.note.VerifierKey;
import org.consentledger.ledger.reading.LedgerProofs;
import org.consentledger.ledger.reading.LedgerReader;
import org.consentledger.ledger.reading.LedgerTime;
import org.consentledger.ledger.rows.EventRows;
import org.consentledger.query.facts.FindFacts;
import org.consentledger.query.platform.Code;
import org.consentledger.query.platform.Identifiers;
import org.consentledger.query.platform.KnownLeaves;
import org.consentledger.query.platform.LedgerClock;
import org.consentledger.query.platform.Progress;
import org.consentledger.query.platform.QuestionRejected;
import org.consentledger.query.platform.Times;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code POST /replays} for whoever has the database and not the product: it starts no projection and writes nothing, and
 * where no projection has come far enough it says what the ledger says alone.
 */
public final class ReplayOnDatabase {
    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .build();

    private final LedgerClock ledgerClock;
    private final Times times;
    private final Replay replay;
    private final boolean hasProjection;

    /** @param trusted the keys that may have signed; where empty, those that the ledger itself names */
    public ReplayOnDatabase(DataSource dataSource, InstantSource clock, Collection<VerifierKey> trusted) {
        var reader = LedgerReader.closed(dataSource);
        var progress = new Progress();
        ledgerClock = new LedgerClock(new LedgerTime(dataSource, new EventRows(dataSource)), reader, progress);
        times = new Times(clock);
        replay = new Replay(
                FindFacts.in(dataSource, progress, ledgerClock),
                new FoldedLedger(LedgerProofs.in(dataSource), reader, trusted));
        hasProjection = FindFacts.areIn(dataSource);
    }

    /**
     * A replay for people and for programs.
     *
     * @param holds whether every event is the one that was recorded, and no projection says otherwise
     * @param lines what it came to, step by step
     * @param json the body of {@code POST /replays}
     */
    public record Told(boolean holds, List<String> lines, String json) {
        public Told {
            lines = List.copyOf(lines);
        }
    }

    /**
     * Replays one answer.
     *
     * @param at RFC 3339 with an offset; {@code null} for now
     * @param knownAt such a time or {@code position:<n>}; {@code null} for now
     * @throws QuestionRejected as {@code POST /replays}, but for {@code PROJECTION_BEHIND}
     */
    public Told tell(
            String customerId, String termsId, @Nullable String at, @Nullable String knownAt, Locale language) {
        var customer = Identifiers.customer("query:customer", customerId);
        var terms = Identifiers.terms("query:terms", termsId);
        var known = ledgerClock.known(knownAt, null);
        var instant = times.at(at, known);
        var words = new Because(language).in(replay.zone(terms));
        var answer = answer(customer, terms, instant, known, words);
        return new Told(answer.holds(), new ReplayText(words).lines(answer), JSON.writeValueAsString(answer));
    }

    private ReplayAnswer answer(
            CustomerId customer, TermsId terms, Instant at, KnownLeaves known, Because.InZone words) {
        if (hasProjection) {
            try {
                return replay.besideProjection(customer, terms, at, known, words);
            } catch (QuestionRejected rejected) {
                if (rejected.code() != Code.PROJECTION_BEHIND) {
                    throw rejected;
                }
            }
        }
        return replay.alone(customer, terms, at, known, words);
    }
}
