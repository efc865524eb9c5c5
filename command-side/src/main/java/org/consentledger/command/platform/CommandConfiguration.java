package org.consentledger.command.platform;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.Map;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.eventhandling.EventBus;
import org.axonframework.messaging.correlation.CorrelationDataProvider;
import org.axonframework.messaging.correlation.SimpleCorrelationDataProvider;
import org.consentledger.ledger.personal.DataKeys;
import org.consentledger.ledger.reading.LedgerReader;
import org.consentledger.ledger.reading.PublicLog;
import org.consentledger.ledger.rows.EventRows;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the parts together that all slices use. */
@Configuration(proxyBeanMethods = false)
class CommandConfiguration {
    /** A body that is refused is read to its end and forgotten, up to this size, so that the client gets the answer. */
    private static final int MOST_BYTES_SWALLOWED = 64 * 1024 * 1024;

    @Bean
    Commands commands(
            CommandBus bus,
            EventBus events,
            DataKeys dataKeys,
            LedgerReader ledger,
            PublicLog publicLog,
            EventRows rows,
            RecordedTerms terms) {
        bus.registerHandlerInterceptor(new UnitOfWorkOutcome.AtTheCommand());
        events.registerDispatchInterceptor(new UnitOfWorkOutcome.AtTheEvents());
        var answered = new AnsweredRequests(dataKeys, ledger, publicLog);
        return new Commands(bus, answered, new LookingUp(answered, rows, terms));
    }

    @Bean
    ConfigurerModule commandTimer(ObjectProvider<MeterRegistry> registry) {
        return axon -> registry.ifAvailable(
                meters -> axon.configureMessageMonitor(CommandBus.class, _ -> new CommandTimer(meters)));
    }

    /** What follows from a command says who called; nothing follows from the events that a projection is handed. */
    @Bean
    CorrelationDataProvider eventsSayWhoCalled() {
        var whoCalled = new SimpleCorrelationDataProvider(Commands.RECORDED_BY);
        return message -> message instanceof CommandMessage ? whoCalled.correlationDataFor(message) : Map.of();
    }

    @Bean
    RestsOn restsOn(LedgerReader ledger) {
        return new RestsOn(ledger);
    }

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> commandsWebServer() {
        return server -> server.addConnectorCustomizers(
                connector -> connector.setProperty("maxSwallowSize", Integer.toString(MOST_BYTES_SWALLOWED)));
    }
}
