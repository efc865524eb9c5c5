package org.consentledger.ledger.wiring;

import io.micrometer.core.instrument.MeterRegistry;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.consentledger.ledger.append.Signing;
import org.consentledger.ledger.append.Unsigned;
import org.consentledger.ledger.metrics.AppendTimer;
import org.consentledger.ledger.metrics.BackupMeters;
import org.consentledger.ledger.metrics.LedgerMeters;
import org.consentledger.ledger.metrics.MeteredSigning;
import org.consentledger.ledger.metrics.SignerMeters;
import org.consentledger.ledger.metrics.TimestampMeters;
import org.consentledger.ledger.rows.BackupRows;
import org.consentledger.ledger.rows.FigureRows;
import org.consentledger.ledger.signer.Signer;
import org.consentledger.ledger.stamping.Stamper;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** The ledger's figures, in an application that has somebody to tell them to. */
@AutoConfiguration(
        after = {LedgerAutoConfiguration.class, TimestampAutoConfiguration.class},
        afterName = "org.springframework.boot.micrometer.metrics.autoconfigure.CompositeMeterRegistryAutoConfiguration")
@ConditionalOnBean(MeterRegistry.class)
public class MetricsAutoConfiguration {

    @Bean
    LedgerMeters ledgerMeters(LedgerAutoConfiguration.LedgerTables tables) {
        return new LedgerMeters(new FigureRows(tables.dataSource()));
    }

    @Bean
    BackupMeters ledgerBackupMeters(LedgerAutoConfiguration.LedgerTables tables) {
        return new BackupMeters(new BackupRows(tables.dataSource()));
    }

    @Bean
    @ConditionalOnBean(Signer.class)
    SignerMeters ledgerSignerMeters(Signer signer) {
        return new SignerMeters(signer);
    }

    @Bean
    @ConditionalOnBean(Stamper.class)
    TimestampMeters ledgerTimestampMeters(Stamper stamper) {
        return new TimestampMeters(stamper);
    }

    /** What the appender and the stamper are given. */
    @Bean
    @Primary
    Signing ledgerMeteredSigning(
            ObjectProvider<Signer> signer, ObjectProvider<Unsigned> unsigned, MeterRegistry registry) {
        Signing signing = signer.getIfAvailable();
        return new MeteredSigning(signing == null ? unsigned.getObject() : signing, registry);
    }

    @Bean
    ConfigurerModule ledgerAppendTimer(MeterRegistry registry) {
        return axon -> axon.configureMessageMonitor(EventStore.class, _ -> new AppendTimer(registry));
    }
}
