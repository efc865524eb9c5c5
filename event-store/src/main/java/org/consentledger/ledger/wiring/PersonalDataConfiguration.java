package org.consentledger.ledger.wiring;

import java.nio.file.Path;
import java.time.LocalTime;
import org.consentledger.events.EventMapper;
import org.consentledger.ledger.personal.ClearEvents;
import org.consentledger.ledger.personal.DataKeys;
import org.consentledger.ledger.personal.EpochRotation;
import org.consentledger.ledger.personal.EpochSchedule;
import org.consentledger.ledger.personal.Epochs;
import org.consentledger.ledger.personal.ErasureMemory;
import org.consentledger.ledger.personal.Erasures;
import org.consentledger.ledger.personal.MasterKeyFiles;
import org.consentledger.ledger.personal.MasterKeys;
import org.consentledger.ledger.personal.NoMasterKeys;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.DependsOn;

/** The keys of personal data: where they are kept, how they are rotated, and what an erasure destroys. */
@Configuration(proxyBeanMethods = false)
class PersonalDataConfiguration {
    /**
     * An application that keeps its master keys elsewhere brings a bean of its own.
     *
     * @param directory {@code ledger.keys-directory}; without it this process neither seals nor opens
     * @param kmsKeyUri {@code ledger.kms-key-uri}: the key of a key management service that seals new master keys
     */
    @Bean
    @ConditionalOnMissingBean
    MasterKeys ledgerMasterKeys(
            @Value("${ledger.keys-directory:#{null}}") @Nullable Path directory,
            @Value("${ledger.kms-key-uri:#{null}}") @Nullable String kmsKeyUri) {
        return directory == null ? new NoMasterKeys() : new MasterKeyFiles(directory, kmsKeyUri);
    }

    @Bean
    Epochs ledgerEpochs(LedgerTables tables, MasterKeys masterKeys) {
        return new Epochs(tables.dataSource(), masterKeys);
    }

    /** @param file {@code ledger.erasures-file}; {@code erasures} in the keys directory where it is not said */
    @Bean
    @ConditionalOnProperty("ledger.keys-directory")
    ErasureMemory ledgerErasureMemory(@Value("${ledger.erasures-file:${ledger.keys-directory}/erasures}") Path file) {
        return new ErasureMemory(file);
    }

    @Bean
    Erasures ledgerErasures(LedgerTables tables, ObjectProvider<ErasureMemory> memory) {
        return new Erasures(tables.dataSource(), memory.getIfAvailable());
    }

    /** Before anything is sealed or opened the erasures are repeated on keys that a restore may have brought back. */
    @Bean
    DataKeys ledgerDataKeys(LedgerTables tables, Epochs epochs, MasterKeys masterKeys, Erasures erasures) {
        if (!(masterKeys instanceof NoMasterKeys)) {
            epochs.begin();
        }
        erasures.replayOntoKeys();
        return new DataKeys(tables.dataSource(), masterKeys, EventMapper.create());
    }

    @Bean
    ClearEvents ledgerClearEvents(LedgerTables tables) {
        return new ClearEvents(tables.dataSource(), EventMapper.create());
    }

    @Bean(initMethod = "begin", destroyMethod = "close")
    @ConditionalOnProperty("ledger.keys-directory")
    @DependsOn("ledgerDataKeys")
    EpochRotation ledgerEpochRotation(Epochs epochs, EpochSchedule schedule) {
        return new EpochRotation(epochs, schedule);
    }

    /** @param at {@code ledger.epoch-ends-at}: the time of day, UTC, at which the master key is rotated */
    @Bean
    EpochSchedule ledgerEpochSchedule(@Value("${ledger.epoch-ends-at:18:00}") String at) {
        return new EpochSchedule(LocalTime.parse(at));
    }
}
