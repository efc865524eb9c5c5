package org.consentledger.ledger.wiring;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.consentledger.ledger.append.Following;
import org.consentledger.ledger.append.Head;
import org.consentledger.ledger.append.UpstreamFollower;
import org.consentledger.ledger.axonserver.AxonServerEvents;
import org.consentledger.ledger.personal.ErasureMemory;
import org.consentledger.ledger.personal.RememberedErasure;
import org.consentledger.ledger.rows.EventRows;
import org.consentledger.ledger.signer.KeyDirectory;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;

/** A process that appends to a ledger whose events live in Axon Server. One that only reads needs nothing of this. */
@AutoConfiguration(before = LedgerAutoConfiguration.class)
@ConditionalOnProperty(name = "ledger.events-in", havingValue = "axon-server")
@ConditionalOnProperty(name = "ledger.appends", matchIfMissing = true)
@EnableConfigurationProperties(AxonServerProperties.class)
public class AxonServerEventsAutoConfiguration {

    /**
     * The name of the ledger's key tells whose events they are, also in a process that signs nothing.
     *
     * @param directory {@code ledger.keys-directory}
     * @param origin {@code ledger.origin}
     */
    @Bean(destroyMethod = "close")
    AxonServerEvents axonServerEvents(
            AxonServerProperties properties,
            @Value("${ledger.keys-directory:#{null}}") @Nullable Path directory,
            @Value("${ledger.origin:#{null}}") @Nullable String origin)
            throws IOException {
        if (directory == null) {
            throw new IllegalStateException("who appends to Axon Server needs ledger.keys-directory");
        }
        var key = new KeyDirectory(directory).key(origin).verifierKey();
        return new AxonServerEvents(properties.address(), key.name());
    }

    @Bean
    Following ledgerFollowing(
            LedgerTables tables, AxonServerEvents events, Head head, ObjectProvider<ErasureMemory> memory) {
        return new Following(tables.dataSource(), events, head, erasures -> remember(erasures, memory));
    }

    private static void remember(List<RememberedErasure> erasures, ObjectProvider<ErasureMemory> memory) {
        memory.ifAvailable(remembers -> remembers.remember(erasures));
    }

    @Bean(initMethod = "start", destroyMethod = "close")
    UpstreamFollower ledgerFollower(Following following, Head head, EventRows rows) {
        return new UpstreamFollower(following, head, rows::size);
    }

    @Bean
    FollowerHealthIndicator followerHealthIndicator(Following following, UpstreamFollower follower) {
        return new FollowerHealthIndicator(following, follower);
    }
}
