package org.consentledger.command.platform;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.callbacks.FutureCallback;
import org.axonframework.messaging.GenericMessage;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.consentledger.access.Caller;
import org.consentledger.command.platform.UnitOfWorkOutcome.Wish;
import org.consentledger.ledger.append.IdempotencyKeyTaken;
import org.consentledger.ledger.personal.CustomerErased;
import org.consentledger.ledger.personal.CustomerKeys;
import org.consentledger.ledger.personal.RequestClaim;
import org.consentledger.ledger.store.Claimed;
import org.jspecify.annotations.Nullable;

/**
 * The road to the ledger: sends a command, waits until its events are durable, and says what became of it.
 *
 * <p>A command that another one overtook is decided anew, on what the ledger holds then; a client learns of it only
 * where that does not come to an end.
 */
public final class Commands {
    /** Under this name the metadata of a command and of its events say who called. */
    public static final String RECORDED_BY = "recordedBy";

    private static final int MOST_TRIES = 20;

    private final CommandBus bus;
    private final AnsweredRequests answered;
    private final LookingUp looking;

    Commands(CommandBus bus, AnsweredRequests answered, LookingUp looking) {
        this.bus = bus;
        this.answered = answered;
        this.looking = looking;
    }

    /** Sends a command that may be repeated without harm, or whose repetition a rule rejects. */
    public Written send(Object command) {
        return decide(command, caller(), () -> new UnitOfWorkOutcome(null, Wish.RECEIPTS));
    }

    /**
     * Sends a command unless a request under this claim was answered before; then the first answer comes again.
     *
     * @param command made only where the request was not answered before, so that nothing it objects to hinders that
     * @throws CommandRejected {@code IDEMPOTENCY_KEY_REUSED} where the key stands for another request,
     *     {@code CUSTOMER_ERASED} where nothing more is recorded of the customer
     */
    public Written sendOnce(RequestClaim claim, Supplier<?> command) {
        var before = answered.askedBefore(claim);
        var first = answered.answer(claim, before);
        return first.orElseGet(() ->
                unlessAnswered(claim, () -> decideByWhatIsRemembered(claim, before.keys(), command.get(), caller())));
    }

    /**
     * Records what was looked up with many others and was not known then: the ledger is asked again only where something
     * has changed since, and no receipts are made. Records of one customer come one after the other.
     *
     * @param recordedBy who asked for it, not necessarily now; {@code null} where that was nobody with a token
     * @throws CommandRejected {@code IDEMPOTENCY_KEY_REUSED} where the key stands for another request,
     *     {@code CUSTOMER_ERASED} where nothing more is recorded of the customer
     */
    public Written sendOneOfMany(LookedUp lookedUp, @Nullable String recordedBy) {
        var claimed = new Claimed(lookedUp.record().claim(), lookedUp.keys());
        var ahead = lookedUp.ahead();
        try {
            var outcome = new UnitOfWorkOutcome(claimed, Wish.NO_RECEIPTS, ahead);
            return dispatch(lookedUp.record().command(), outcome, recordedBy);
        } catch (RuntimeException e) {
            ahead.forget();
            var again = new Claimed(claimed.claim(), null);
            return unlessAnswered(
                    again.claim(),
                    () -> decide(
                            lookedUp.record().command(),
                            recordedBy,
                            () -> new UnitOfWorkOutcome(again, Wish.NO_RECEIPTS)));
        }
    }

    /**
     * Holds a command against the rules as if others had been carried out before, and records nothing.
     *
     * @param before commands that no rule rejects
     * @throws CommandRejected as the command would be
     */
    public void tryOut(List<?> before, Object command) {
        var forgotten = DefaultUnitOfWork.startAndGet(new GenericMessage<>("to be tried out"));
        try {
            before.forEach(earlier -> dispatch(earlier, new UnitOfWorkOutcome(null, Wish.NO_RECEIPTS), null));
            dispatch(command, new UnitOfWorkOutcome(null, Wish.NO_RECEIPTS), null);
        } finally {
            forgotten.rollback();
        }
    }

    /** What the ledger knows about these records and their customers, in their order; asked at once. */
    public List<LookedUp> lookUp(List<RecordOfThePast> records) {
        return looking.up(records);
    }

    /** Whether the ledger holds this event. */
    public boolean holds(UUID eventId) {
        return answered.holds(eventId);
    }

    private Written unlessAnswered(RequestClaim claim, Supplier<Written> decided) {
        try {
            return decided.get();
        } catch (IdempotencyKeyTaken | CommandRejected e) {
            // The same request may have won the race to this point, and it may be what the rules object to.
            return answered.answer(claim, answered.askedBefore(claim)).orElseThrow(() -> e);
        }
    }

    /**
     * Asks the ledger nothing that this process remembers. Whether it still stands is seen by the appender; who is refused
     * there, rejected by it, or has nothing to append is decided anew by what the ledger says.
     */
    private Written decideByWhatIsRemembered(
            RequestClaim claim, CustomerKeys keys, Object command, @Nullable String recordedBy) {
        var claimed = new Claimed(claim, keys);
        try {
            var written = dispatch(
                    command, new UnitOfWorkOutcome(claimed, Wish.RECEIPTS, looking.remembered(keys)), recordedBy);
            if (!written.events().isEmpty()) {
                return written;
            }
        } catch (CommandRejected | CustomerErased | ConcurrencyException | AggregateStreamCreationException _) {
            // Decided anew.
        }
        return decide(command, recordedBy, () -> new UnitOfWorkOutcome(claimed, Wish.RECEIPTS));
    }

    private Written decide(Object command, @Nullable String recordedBy, Supplier<UnitOfWorkOutcome> outcomes) {
        for (int tried = 1; ; tried++) {
            try {
                return dispatch(command, outcomes.get(), recordedBy);
            } catch (CustomerErased e) {
                throw new CommandRejected(Code.CUSTOMER_ERASED);
            } catch (ConcurrencyException | AggregateStreamCreationException overtaken) {
                if (tried == MOST_TRIES) {
                    throw new CommandRejected(Code.UNAVAILABLE);
                }
            }
        }
    }

    private Written dispatch(Object command, UnitOfWorkOutcome outcome, @Nullable String recordedBy) {
        CommandMessage<Object> message =
                new GenericCommandMessage<>(command, Map.of(UnitOfWorkOutcome.name(), outcome));
        if (recordedBy != null) {
            message = message.andMetaData(Map.of(RECORDED_BY, recordedBy));
        }
        var callback = new FutureCallback<Object, Object>();
        bus.dispatch(message, callback);
        var result = callback.getResult();
        if (result.isExceptional()) {
            throw result.exceptionResult() instanceof RuntimeException failure
                    ? failure
                    : new IllegalStateException("the command failed", result.exceptionResult());
        }
        return new Written(result.getPayload(), events(result.getPayload(), outcome), false);
    }

    private static @Nullable String caller() {
        return Caller.current().map(Caller::subject).orElse(null);
    }

    private List<WrittenEvent> events(@Nullable Object result, UnitOfWorkOutcome outcome) {
        String before = result instanceof SaidBefore answer ? answer.saidBy() : null;
        return before == null ? outcome.written() : List.of(answered.event(UUID.fromString(before)));
    }
}
