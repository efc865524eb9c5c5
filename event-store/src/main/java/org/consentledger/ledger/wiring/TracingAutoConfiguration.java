package org.consentledger.ledger.wiring;

import io.micrometer.tracing.otel.bridge.Slf4JEventListener;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import org.axonframework.commandhandling.CommandBusSpanFactory;
import org.axonframework.eventhandling.EventBus;
import org.axonframework.eventhandling.EventBusSpanFactory;
import org.axonframework.springboot.autoconfig.AxonTracingAutoConfiguration;
import org.consentledger.ledger.tracing.AppendSpans;
import org.consentledger.ledger.tracing.CommandSpans;
import org.consentledger.ledger.tracing.NamelessSpans;
import org.consentledger.ledger.tracing.OwnShare;
import org.consentledger.ledger.tracing.ProjectionSpans;
import org.consentledger.ledger.tracing.TracedEvents;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.micrometer.tracing.autoconfigure.TracingProperties;
import org.springframework.boot.micrometer.tracing.opentelemetry.autoconfigure.OpenTelemetryTracingAutoConfiguration;
import org.springframework.boot.micrometer.tracing.opentelemetry.autoconfigure.SpanExporters;
import org.springframework.context.annotation.Bean;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * Spans of commands, appends and projections beside those of HTTP; what else Axon could make spans of (repositories, handlers)
 * it does not, since they would name aggregates and so customers. Not there at all unless {@link TracingSwitch} lets it.
 */
@AutoConfiguration(
        after = LedgerAutoConfiguration.class,
        before = {OpenTelemetryTracingAutoConfiguration.class, AxonTracingAutoConfiguration.class})
public class TracingAutoConfiguration {
    @Bean
    SpanExporters namelessSpanExporters(ObjectProvider<SpanExporter> exporters) {
        return SpanExporters.of(
                exporters.orderedStream().<SpanExporter>map(NamelessSpans::new).toList());
    }

    @Bean
    Sampler ownShareOfTraces(TracingProperties tracing) {
        return new OwnShare(tracing.getSampling().getProbability());
    }

    @Bean
    CommandBusSpanFactory commandSpans(Tracer tracer) {
        return new CommandSpans(tracer);
    }

    @Bean
    EventBusSpanFactory appendSpans(Tracer tracer) {
        return new AppendSpans(tracer);
    }

    @Bean
    TracedEvents tracedEvents(LedgerTables tables, PlatformTransactionManager transactions) {
        return new TracedEvents(tables.dataSource(), transactions);
    }

    @Bean
    ProjectionSpans projectionSpans(Tracer tracer, TracedEvents traced) {
        return new ProjectionSpans(tracer, traced);
    }

    /** As the Elastic Common Schema names them; Spring Boot nests what stands under such names, and leaves Micrometer's as they are. */
    @Bean
    @ConditionalOnProperty(name = "logging.structured.format.console", havingValue = "ecs")
    Slf4JEventListener ecsTraceIds() {
        return new Slf4JEventListener("trace.id", "span.id");
    }

    @Bean
    SmartInitializingSingleton notedSpans(EventBus bus, TracedEvents traced) {
        return () -> bus.registerDispatchInterceptor(traced);
    }
}
