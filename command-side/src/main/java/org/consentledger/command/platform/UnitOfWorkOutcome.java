package org.consentledger.command.platform;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.MessageDispatchInterceptor;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.consentledger.ledger.store.Appended;
import org.consentledger.ledger.store.Claimed;
import org.consentledger.ledger.store.ReadAhead;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Travels with a command to its unit of work and comes back with what the ledger made of it: places and receipts are
 * given at the commit, when the handler's result is fixed already. It works within one process.
 */
final class UnitOfWorkOutcome {
    private static final Logger LOG = LoggerFactory.getLogger(UnitOfWorkOutcome.class);
    private static final String RESOURCE = UnitOfWorkOutcome.class.getName();

    /** What the one who sends the command wants of it. */
    enum Wish {
        RECEIPTS,
        NO_RECEIPTS
    }

    private final @Nullable Claimed claimed;
    private final @Nullable ReadAhead ahead;
    private final Wish wish;
    private final List<EventMessage<?>> published = new ArrayList<>();
    private @Nullable Appended appended;

    UnitOfWorkOutcome(@Nullable Claimed claimed, Wish wish) {
        this(claimed, wish, null);
    }

    /** @param ahead what was read for the command before */
    UnitOfWorkOutcome(@Nullable Claimed claimed, Wish wish, @Nullable ReadAhead ahead) {
        this.claimed = claimed;
        this.ahead = ahead;
        this.wish = wish;
    }

    /** What the ledger holds now because of the command; empty where it published nothing. */
    List<WrittenEvent> written() {
        var outcome = appended;
        return outcome == null
                ? List.of()
                : published.stream().map(event -> written(event, outcome)).toList();
    }

    /** Under this name it stands in the metadata of the command. */
    static String name() {
        return RESOURCE;
    }

    private void enter(UnitOfWork<?> unitOfWork) {
        if (claimed != null) {
            Appended.claim(unitOfWork, claimed);
        }
        if (ahead != null) {
            ahead.giveTo(unitOfWork);
        }
        unitOfWork.root().resources().put(RESOURCE, this);
        unitOfWork.afterCommit(committed -> appended = Appended.find(committed).orElse(null));
    }

    private WrittenEvent written(EventMessage<?> event, Appended outcome) {
        String id = event.getIdentifier();
        if (!outcome.isPlaced()) {
            return new WrittenEvent(event.getPayload(), id, null, null, null);
        }
        return new WrittenEvent(
                event.getPayload(),
                id,
                outcome.position(id),
                outcome.recordedAt(),
                wish == Wish.RECEIPTS ? receipt(id, outcome) : null);
    }

    /** What is committed stays acknowledged, whatever hinders its receipt; that can be asked for later. */
    private static @Nullable String receipt(String eventId, Appended outcome) {
        try {
            return outcome.receipt(eventId);
        } catch (RuntimeException e) {
            LOG.error("no receipt for event {}", eventId, e);
            return null;
        }
    }

    /** Meets the command where its unit of work has begun. */
    static final class AtTheCommand implements MessageHandlerInterceptor<CommandMessage<?>> {
        @Override
        public Object handle(UnitOfWork<? extends CommandMessage<?>> unitOfWork, InterceptorChain chain)
                throws Exception {
            if (unitOfWork.getMessage().getMetaData().get(RESOURCE) instanceof UnitOfWorkOutcome outcome) {
                outcome.enter(unitOfWork);
            }
            return chain.proceed();
        }
    }

    /** Sees the events that the unit of work is about to append. */
    static final class AtTheEvents implements MessageDispatchInterceptor<EventMessage<?>> {
        @Override
        public BiFunction<Integer, EventMessage<?>, EventMessage<?>> handle(List<? extends EventMessage<?>> events) {
            if (CurrentUnitOfWork.isStarted()
                    && CurrentUnitOfWork.get().root().getResource(RESOURCE) instanceof UnitOfWorkOutcome outcome) {
                outcome.published.addAll(events);
            }
            return (_, event) -> event;
        }
    }
}
