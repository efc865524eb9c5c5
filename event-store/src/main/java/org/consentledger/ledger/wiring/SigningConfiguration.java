package org.consentledger.ledger.wiring;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.consentledger.ledger.append.Head;
import org.consentledger.ledger.append.Signing;
import org.consentledger.ledger.append.Unsigned;
import org.consentledger.ledger.cosign.Cosigning;
import org.consentledger.ledger.rows.CheckpointRows;
import org.consentledger.ledger.rows.HashRows;
import org.consentledger.ledger.rows.TreeRow;
import org.consentledger.ledger.signer.KeyDirectory;
import org.consentledger.ledger.signer.Signer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Who signs what this process appends, and who cosigns it. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(WitnessProperties.class)
class SigningConfiguration {
    private static final Duration BETWEEN_COSIGNATURES = Duration.ofSeconds(1);
    private static final Logger LOG = LoggerFactory.getLogger(SigningConfiguration.class);

    /** Has what this process signs cosigned; asks nobody where no witness is configured. */
    @Bean(destroyMethod = "close")
    @ConditionalOnProperty("ledger.keys-directory")
    Cosigning ledgerCosigning(LedgerTables tables, WitnessProperties witnesses) {
        return new Cosigning(witnesses.addresses(), tables.dataSource(), BETWEEN_COSIGNATURES);
    }

    /**
     * Signs what this process appends, and soon also what others append beside it.
     *
     * @param directory {@code ledger.keys-directory}, where the key and the signer's memory are kept
     * @param origin {@code ledger.origin}, the ledger's name; not needed, and fixed by the first start
     */
    @Bean(destroyMethod = "close")
    @ConditionalOnProperty("ledger.keys-directory")
    @ConditionalOnProperty(name = "ledger.signs", matchIfMissing = true)
    Signer ledgerSigner(
            LedgerTables tables,
            CheckpointRows checkpoints,
            HashRows hashes,
            Cosigning cosigning,
            Head head,
            @Value("${ledger.keys-directory}") Path directory,
            @Value("${ledger.origin:#{null}}") @Nullable String origin)
            throws IOException {
        var keys = new KeyDirectory(directory);
        return new Signer(
                keys.key(origin),
                keys.memory(),
                checkpoints,
                hashes,
                () -> TreeRow.read(tables.dataSource()),
                head,
                cosigning::offer);
    }

    /**
     * Says so in the log, since what such a process appends has no receipt before somebody else signs. One that only
     * reads needs no key; one that appends beside a process with the same keys leaves the signing to that one ({@code
     * ledger.signs=false}).
     */
    @Bean
    @ConditionalOnMissingBean(Signing.class)
    Unsigned ledgerUnsigned() {
        LOG.info("this process signs nothing");
        return new Unsigned();
    }

    /** The keys of the ledger, for a process that has them; it signs no checkpoint with them but through the signer. */
    @Bean
    @ConditionalOnProperty("ledger.keys-directory")
    KeyDirectory ledgerKeyDirectory(@Value("${ledger.keys-directory}") Path directory) {
        return new KeyDirectory(directory);
    }

    @Bean
    @ConditionalOnBean(Signer.class)
    LedgerHealthIndicator ledgerHealthIndicator(Signer signer) {
        return new LedgerHealthIndicator(signer);
    }

    @Bean
    @ConditionalOnBean(Cosigning.class)
    WitnessesHealthIndicator witnessesHealthIndicator(Cosigning cosigning) {
        return new WitnessesHealthIndicator(cosigning);
    }
}
