package org.consentledger.benchmarks;

import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;

/** Stores an event as a command's unit of work does, but without the command: what remains is the event store. */
final class UnitsOfWork {
    private UnitsOfWork() {}

    /** Returns the unit of work, committed. */
    static UnitOfWork<?> publish(DomainEventMessage<?> event, EventStore store, TransactionManager transactions) {
        UnitOfWork<?> unitOfWork = DefaultUnitOfWork.startAndGet(GenericEventMessage.asEventMessage("command"));
        unitOfWork.attachTransaction(transactions);
        var result = unitOfWork.executeWithResult(() -> {
            store.publish(event);
            return event;
        });
        if (result.isExceptional()) {
            throw new IllegalStateException("not appended", result.exceptionResult());
        }
        return unitOfWork;
    }
}
