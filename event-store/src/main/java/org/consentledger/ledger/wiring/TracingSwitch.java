package org.consentledger.ledger.wiring;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.AutoConfigurationImportFilter;
import org.springframework.boot.autoconfigure.AutoConfigurationMetadata;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.context.EnvironmentAware;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.Environment;
import org.springframework.core.env.PropertySource;
import org.springframework.util.StringUtils;

/**
 * Without an address to send traces to there is nothing of tracing: no request makes a span, no column of the log waits for
 * the id of a trace. Left alone Spring Boot would make them and throw them away.
 */
final class TracingSwitch implements AutoConfigurationImportFilter, EnvironmentAware, EnvironmentPostProcessor {
    /** Where traces go; Spring Boot takes {@code OTEL_EXPORTER_OTLP_ENDPOINT} for it as well. */
    static final String ENDPOINT = "management.opentelemetry.tracing.export.otlp.endpoint";

    private @Nullable Environment environment;

    private static boolean isOn(@Nullable Environment environment) {
        return environment != null && StringUtils.hasText(environment.getProperty(ENDPOINT));
    }

    @Override
    public void setEnvironment(Environment environment) {
        this.environment = environment;
    }

    @Override
    public boolean[] match(@Nullable String[] candidates, AutoConfigurationMetadata metadata) {
        boolean on = isOn(environment);
        var matches = new boolean[candidates.length];
        for (int i = 0; i < candidates.length; i++) {
            matches[i] = on || !isOfTracing(candidates[i]);
        }
        return matches;
    }

    private static boolean isOfTracing(@Nullable String candidate) {
        return candidate != null
                && (candidate.startsWith("org.springframework.boot.micrometer.tracing.")
                        || candidate.startsWith("org.springframework.boot.opentelemetry.")
                        || candidate.equals(TracingAutoConfiguration.class.getName()));
    }

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment settings, SpringApplication application) {
        settings.getPropertySources().addFirst(new NoColumn(settings));
    }

    /** Asks when it is asked itself: another source may be read later. */
    private static final class NoColumn extends PropertySource<Object> {
        private final Environment settings;

        NoColumn(Environment settings) {
            // The settings are not its source, since Spring Boot would then look for this one among them.
            super("ledger-no-traces");
            this.settings = settings;
        }

        @Override
        public @Nullable Object getProperty(String name) {
            return name.equals(LoggingSystem.EXPECT_CORRELATION_ID_PROPERTY) && !isOn(settings) ? "false" : null;
        }
    }
}
