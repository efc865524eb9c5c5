package org.consentledger.ledger.wiring;

import org.axonframework.config.Configuration;
import org.consentledger.events.EventMapper;
import org.consentledger.ledger.personal.DataKeys;
import org.consentledger.ledger.personal.SealedForm;
import org.consentledger.ledger.reading.LedgerHealth;
import org.consentledger.ledger.reading.LedgerProofs;
import org.consentledger.ledger.reading.LedgerReader;
import org.consentledger.ledger.reading.LedgerTime;
import org.consentledger.ledger.reading.PublicLog;
import org.consentledger.ledger.reading.Timestamps;
import org.consentledger.ledger.rows.CheckpointRows;
import org.consentledger.ledger.rows.CosignatureRows;
import org.consentledger.ledger.rows.EventRows;
import org.consentledger.ledger.rows.FigureRows;
import org.consentledger.ledger.rows.HashRows;
import org.consentledger.ledger.rows.KeyChangeRows;
import org.consentledger.ledger.rows.LeafRows;
import org.consentledger.ledger.rows.TimestampRows;
import org.consentledger.ledger.serializer.EventSerializer;
import org.springframework.context.annotation.Bean;

/** What is read of the ledger past Axon: by its own time, with proofs, and by who watches it. */
@org.springframework.context.annotation.Configuration(proxyBeanMethods = false)
class ReadingConfiguration {
    @Bean
    LedgerTime ledgerTime(LedgerTables tables, EventRows events) {
        return new LedgerTime(tables.dataSource(), events);
    }

    @Bean
    PublicLog publicLog(LedgerTables tables, CheckpointRows checkpoints, HashRows hashes) {
        return new PublicLog(
                checkpoints,
                new CosignatureRows(tables.dataSource()),
                new KeyChangeRows(tables.dataSource()),
                hashes,
                new LeafRows(tables.dataSource()));
    }

    @Bean
    LedgerReader ledgerReader(
            LedgerTables tables,
            EventRows events,
            DataKeys dataKeys,
            EventSerializer serializer,
            Configuration configuration) {
        return new LedgerReader(
                tables.dataSource(),
                events,
                dataKeys,
                new SealedForm(EventMapper.create()),
                serializer,
                configuration.upcasterChain());
    }

    @Bean
    LedgerProofs ledgerProofs(LedgerTables tables, EventRows events, CheckpointRows checkpoints, HashRows hashes) {
        return new LedgerProofs(
                events,
                new LeafRows(tables.dataSource()),
                hashes,
                checkpoints,
                new CosignatureRows(tables.dataSource()));
    }

    @Bean
    Timestamps timestamps(LedgerReader ledgerReader, TimestampRows rows) {
        return new Timestamps(ledgerReader, rows);
    }

    @Bean
    LedgerHealth ledgerHealth(LedgerTables tables, Timestamps timestamps) {
        return new LedgerHealth(
                new FigureRows(tables.dataSource()), new CosignatureRows(tables.dataSource()), timestamps);
    }
}
