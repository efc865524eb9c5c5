package org.consentledger.command.platform;

import java.time.Duration;
import org.axonframework.common.lock.LockFactory;
import org.axonframework.common.lock.PessimisticLockFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Lets the commands on one aggregate come one after the other within this process; between processes the ledger decides.
 *
 * <p>Axon's own setting wakes each waiting thread a hundred times a second to look for deadlocks: with a few hundred of
 * them, nobody comes to work any more. Here one waits once, and gives up before the client does.
 */
@Configuration(proxyBeanMethods = false)
public class AggregateLocks {
    /** For {@code @Aggregate(lockFactory = …)}. */
    public static final String NAME = "aggregateLocks";

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /** The attempts of Axon's counting: at once, by waiting, and never again. */
    private static final int ATTEMPTS = 3;

    @Bean(NAME)
    LockFactory aggregateLocks() {
        return PessimisticLockFactory.builder()
                .acquireAttempts(ATTEMPTS)
                .lockAttemptTimeout((int) PATIENCE.toMillis())
                .build();
    }
}
