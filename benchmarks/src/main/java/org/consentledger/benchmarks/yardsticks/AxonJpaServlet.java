package org.consentledger.benchmarks.yardsticks;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import javax.sql.DataSource;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.common.jpa.SimpleEntityManagerProvider;
import org.axonframework.config.DefaultConfigurer;
import org.axonframework.eventhandling.tokenstore.jpa.TokenEntry;
import org.axonframework.eventsourcing.eventstore.jpa.DomainEventEntry;
import org.axonframework.eventsourcing.eventstore.jpa.SnapshotEventEntry;
import org.axonframework.modelling.saga.repository.jpa.AssociationValueEntry;
import org.axonframework.modelling.saga.repository.jpa.SagaEntry;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.springframework.orm.jpa.JpaTransactionManager;
import org.springframework.orm.jpa.SharedEntityManagerCreator;
import org.springframework.orm.jpa.vendor.HibernateJpaDialect;
import tools.jackson.databind.json.JsonMapper;

/**
 * Stock Axon as its configurer makes it for JPA: its engine on Hibernate, whose entity manager and transactions are Spring's;
 * a command for each request, an aggregate that is created or loaded, one event. Nobody listens to the events.
 */
final class AxonJpaServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final JsonMapper JSON = JsonMapper.shared();

    private final transient CommandGateway commands;

    AxonJpaServlet(DataSource database) {
        var entities = Entities.on(
                database,
                List.of(
                        DomainEventEntry.class,
                        SnapshotEventEntry.class,
                        TokenEntry.class,
                        SagaEntry.class,
                        AssociationValueEntry.class));
        var transactions = new JpaTransactionManager(entities);
        transactions.setJpaDialect(new HibernateJpaDialect());
        transactions.afterPropertiesSet();
        var configuration = DefaultConfigurer.jpaConfiguration(
                        new SimpleEntityManagerProvider(SharedEntityManagerCreator.createSharedEntityManager(entities)),
                        new SpringTransactionManager(transactions))
                .configureSerializer(_ -> Jackson3Serializer.builder().build())
                .configureAggregate(AgreementAggregate.class)
                .registerComponent(InstantSource.class, _ -> InstantSource.system())
                .start();
        this.commands = configuration.commandGateway();
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var acceptance = JSON.readValue(request.getInputStream(), Acceptance.class);
        commands.<Object>sendAndWait(new AcceptEdition(
                "agreement:" + acceptance.termsId() + ":" + CustomerPath.customerId(request), acceptance));
        CustomerPath.created(response, UuidCreator.getTimeOrderedEpoch());
    }
}
