package org.consentledger.query.accesses;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.consentledger.access.Caller;
import org.consentledger.events.EventMapper;
import org.consentledger.ledger.personal.DataKeys;
import org.consentledger.ledger.personal.SealedTexts;
import org.consentledger.ledger.together.AskedTogether;
import org.consentledger.query.accesses.AccessRecord.New;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Records that somebody looks at a customer's data, before they leave: what cannot be recorded is not answered.
 *
 * <p>A question is recorded once it is well-formed, whether or not it finds anything; never with its answer. A customer who
 * asks about himself is not recorded: the log is about staff and their programs. Records that are written at about the
 * same time share one insert and one commit.
 */
@Component
public class AccessLog {
    /** Request header with the reason, free text of one line; without it the reason is "not stated". */
    public static final String REASON = StatedReason.HEADER;

    private final SealedTexts reasons;
    private final AskedTogether<List<New>, Boolean> together;
    private final Executor beside = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("access-log-", 0).factory());

    AccessLog(AccessRecords records, DataKeys dataKeys) {
        this.reasons = reasons(dataKeys);
        this.together = new AskedTogether<>(asked -> {
            records.insert(asked.stream().flatMap(List::stream).toList());
            return asked.stream().map(_ -> true).toList();
        });
    }

    static SealedTexts reasons(DataKeys dataKeys) {
        return new SealedTexts(dataKeys, EventMapper.create(), "query.access_record.reason");
    }

    /**
     * Records one look; it is on disk when this returns.
     *
     * @param reason the header as it came
     * @throws org.consentledger.query.platform.Malformed where the reason is
     * @throws org.springframework.dao.DataAccessException where it cannot be recorded
     */
    public void record(@Nullable String reason, LookedAt looked) {
        record(reason, List.of(looked));
    }

    /** The same of several; all are recorded, or none. */
    public void record(@Nullable String reason, List<LookedAt> looked) {
        var stated = StatedReason.of(reason);
        var caller = caller();
        if (!caller.isCustomer() && !looked.isEmpty()) {
            together.ask(records(caller, looked, stated));
        }
    }

    /**
     * Records one look while its answer is found; when this returns that, the look is on disk.
     *
     * @param reason the header as it came
     * @throws org.consentledger.query.platform.Malformed where the reason is
     * @throws org.springframework.dao.DataAccessException where it cannot be recorded, whatever became of the answer
     */
    public <T> T recordBeside(@Nullable String reason, LookedAt looked, Supplier<T> answer) {
        var stated = StatedReason.of(reason);
        var caller = caller();
        if (caller.isCustomer()) {
            return answer.get();
        }
        var recording =
                CompletableFuture.supplyAsync(() -> together.ask(records(caller, List.of(looked), stated)), beside);
        try {
            return answer.get();
        } finally {
            await(recording);
        }
    }

    private static void await(CompletableFuture<Boolean> recording) {
        try {
            recording.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException failure ? failure : e;
        }
    }

    private static Caller caller() {
        return Caller.current().orElseThrow(() -> new IllegalStateException("nobody asks"));
    }

    private List<New> records(Caller caller, List<LookedAt> looked, StatedReason stated) {
        var kept = kept(looked, stated).iterator();
        return looked.stream()
                .map(look -> new New(
                        caller.subject(),
                        caller.client().orElse(null),
                        look,
                        stated.text() != null,
                        kept.next().orElse(null)))
                .toList();
    }

    /** The reason for each: it dies with the customer's key, and where there is no key it must not name anybody. */
    private List<Optional<String>> kept(List<LookedAt> looked, StatedReason stated) {
        var text = stated.text();
        if (text == null) {
            return looked.stream().map(_ -> Optional.<String>empty()).toList();
        }
        var customers = looked.stream().map(LookedAt::customerId).toList();
        return customers.contains(null)
                ? looked.stream()
                        .map(_ -> Optional.of(text).filter(_ -> stated.isReference()))
                        .toList()
                : reasons.seal(customers, text);
    }
}
