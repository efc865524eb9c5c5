package org.consentledger.ledger.wiring;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.consentledger.ledger.append.Following;
import org.consentledger.ledger.append.Signing;
import org.consentledger.ledger.append.Unsigned;
import org.consentledger.ledger.metrics.AppendTimer;
import org.consentledger.ledger.metrics.AskedFigures;
import org.consentledger.ledger.metrics.BackupMeters;
import org.consentledger.ledger.metrics.FollowerMeters;
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
    /** Far less than Prometheus waits for all figures, and than {@code spring.datasource.hikari.connection-timeout}. */
    private static final Duration LIMIT_OF_A_FIGURE = Duration.ofSeconds(2);

    /** What all figures that are read from the database are asked by. */
    @Bean(destroyMethod = "close")
    AskedFigures ledgerAskedFigures() {
        return new AskedFigures(LIMIT_OF_A_FIGURE);
    }

    @Bean
    LedgerMeters ledgerMeters(LedgerTables tables, AskedFigures asked) {
        return new LedgerMeters(new FigureRows(tables.dataSource()), asked);
    }

    @Bean
    BackupMeters ledgerBackupMeters(LedgerTables tables, AskedFigures asked) {
        return new BackupMeters(new BackupRows(tables.dataSource()), asked);
    }

    @Bean
    @ConditionalOnBean(Signer.class)
    SignerMeters ledgerSignerMeters(Signer signer) {
        return new SignerMeters(signer);
    }

    @Bean
    @ConditionalOnBean(Following.class)
    FollowerMeters ledgerFollowerMeters(Following following) {
        return new FollowerMeters(following);
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
