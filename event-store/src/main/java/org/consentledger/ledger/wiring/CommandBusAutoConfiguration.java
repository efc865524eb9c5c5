package org.consentledger.ledger.wiring;

import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandBusSpanFactory;
import org.axonframework.commandhandling.DuplicateCommandHandlerResolver;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.Configuration;
import org.axonframework.messaging.interceptors.CorrelationDataInterceptor;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.axonframework.springboot.autoconfig.AxonAutoConfiguration;
import org.axonframework.springboot.autoconfig.NoOpTransactionAutoConfiguration;
import org.axonframework.springboot.autoconfig.TransactionAutoConfiguration;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * Commands run without a database transaction of their own, so that none holds a connection while its group fills;
 * what is written is written by the appender. Processors keep their token and their rows in one Spring transaction.
 */
@AutoConfiguration(
        after = DataSourceTransactionManagerAutoConfiguration.class,
        before = {
            TransactionAutoConfiguration.class,
            NoOpTransactionAutoConfiguration.class,
            AxonAutoConfiguration.class
        })
public class CommandBusAutoConfiguration {

    @Bean
    @Qualifier("localSegment")
    @ConditionalOnMissingBean(CommandBus.class)
    SimpleCommandBus commandBus(Configuration axon, DuplicateCommandHandlerResolver duplicates) {
        var bus = SimpleCommandBus.builder()
                .transactionManager(NoTransactionManager.INSTANCE)
                .duplicateCommandHandlerResolver(duplicates)
                .spanFactory(axon.getComponent(CommandBusSpanFactory.class))
                .messageMonitor(axon.messageMonitor(CommandBus.class, "commandBus"))
                .build();
        bus.registerHandlerInterceptor(new CorrelationDataInterceptor<>(axon.correlationDataProviders()));
        return bus;
    }

    /** Axon 4.13 looks for Boot's transaction manager under the name it had before Boot 4, and so may miss it. */
    @Bean
    @ConditionalOnMissingBean
    TransactionManager axonTransactionManager(PlatformTransactionManager transactionManager) {
        return new SpringTransactionManager(transactionManager);
    }
}
