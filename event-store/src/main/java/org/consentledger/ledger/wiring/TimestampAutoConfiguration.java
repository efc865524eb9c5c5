package org.consentledger.ledger.wiring;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.consentledger.ledger.append.Signing;
import org.consentledger.ledger.reading.Timestamps;
import org.consentledger.ledger.rows.CheckpointRows;
import org.consentledger.ledger.rows.TimestampRows;
import org.consentledger.ledger.stamping.AuthoritySettings;
import org.consentledger.ledger.stamping.Stamper;
import org.consentledger.ledger.stamping.StampingSchedule;
import org.consentledger.ledger.timestamp.TrustedAuthority;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.annotation.Bean;

/** Time stamps over the ledger's checkpoints, in a process that signs them and names an authority. */
@AutoConfiguration(after = LedgerAutoConfiguration.class)
@ConditionalOnProperty({"ledger.timestamp.url", "ledger.keys-directory"})
@EnableConfigurationProperties(TimestampAutoConfiguration.Settings.class)
public class TimestampAutoConfiguration {

    /**
     * {@code ledger.timestamp.*}, as {@link AuthoritySettings} says.
     *
     * @param certificate file with the certificate of the authority, or of who certifies it; PEM or DER
     * @param every how old the newest time stamp gets before the next one, while the ledger grows
     */
    @ConfigurationProperties("ledger.timestamp")
    record Settings(
            URI url,
            @Nullable Path certificate,
            @Nullable String policy,
            @DefaultValue("5s") Duration connectTimeout,
            @DefaultValue("20s") Duration timeout,
            @DefaultValue("1h") Duration every) {

        AuthoritySettings authority() throws IOException {
            return new AuthoritySettings(
                    url,
                    policy,
                    certificate == null ? null : TrustedAuthority.read(certificate),
                    connectTimeout,
                    timeout);
        }
    }

    @Bean(destroyMethod = "close")
    Stamper ledgerStamper(
            Settings settings,
            Signing signing,
            CheckpointRows checkpoints,
            TimestampRows rows,
            Timestamps timestamps,
            EventStore store)
            throws IOException {
        return new Stamper(settings.authority(), signing, checkpoints, rows, timestamps, store);
    }

    /** Left out by {@code ledger.timestamp.scheduled=false}: then stamps are made on demand alone. */
    @Bean(initMethod = "start", destroyMethod = "close")
    @ConditionalOnProperty(name = "ledger.timestamp.scheduled", matchIfMissing = true)
    StampingSchedule ledgerStampingSchedule(
            Stamper stamper, Timestamps timestamps, Settings settings, InstantSource clock) {
        return new StampingSchedule(stamper, timestamps, settings.every(), clock);
    }
}
