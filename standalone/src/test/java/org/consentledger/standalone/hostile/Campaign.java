package org.consentledger.standalone.hostile;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.consentledger.standalone.InProcessProduct;
import org.consentledger.standalone.TestTokens;
import tools.jackson.databind.json.JsonMapper;

/** Sends hostile requests, as many as are wanted, and looks after each at the answer and at the ledger. */
final class Campaign {
    private static final int SHOWN = 300;

    private final InProcessProduct product;
    private final Api api;
    private final Callers callers;
    private final Prepared prepared;
    private final String digest;
    private final Wire wire;
    private final Map<Integer, Integer> statuses = new TreeMap<>();
    private final List<String> faults = new ArrayList<>();
    private long recorded;

    Campaign(InProcessProduct product, Api api, Callers callers, Prepared prepared, String digest) {
        this.product = product;
        this.api = api;
        this.callers = callers;
        this.prepared = prepared;
        this.digest = digest;
        this.wire = Wire.to(product.url());
    }

    /** Each request has a seed of its own, so that it is the same whatever went before it. */
    void send(long seed, int requests) throws Exception {
        for (int i = 0; i < requests; i++) {
            send(seed * 1_000_003 + 7919L * i);
        }
    }

    private void send(long seed) throws Exception {
        var random = new Random(seed);
        random.nextLong();
        boolean elsewhere = random.nextInt(8) == 0;
        var message = elsewhere ? elsewhere(random) : hostile(random);
        long before = product.ledger().size();
        var answer = wire.send(message);
        statuses.merge(answer.status(), 1, Integer::sum);
        (elsewhere || isTheRoot(message) ? Verdict.faultAnywhere(message, answer) : Verdict.fault(message, answer))
                .ifPresent(fault -> blame(fault, seed, message, answer));
        long after = sizeAfter(answer);
        if (after > before && !isAcknowledged(answer, after)) {
            blame("recorded " + (after - before) + " events", seed, message, answer);
        }
        recorded += after - before;
    }

    /** A path of the API may be spoiled to it; there the console answers, in its own form. */
    private static boolean isTheRoot(Message message) {
        return message.target().equals("/") || message.target().startsWith("/?");
    }

    private Message elsewhere(Random random) {
        var operation = api.operations().get(random.nextInt(api.operations().size()));
        var message = new Elsewhere(random).message(callers.one(operation, random));
        return random.nextInt(6) == 0 ? new BadHeaders(random).spoil(message) : message;
    }

    private Message hostile(Random random) {
        var operation = api.operations().get(random.nextInt(api.operations().size()));
        var good = new WellBehaved(
                api, prepared.ids().get(random.nextInt(prepared.ids().size())), digest, random);
        var message = good.message(operation, callers.one(operation, random));
        if (operation.body() != null) {
            var body = good.body(operation.body());
            message = message.plus("Content-Type", "application/json")
                    .withBody(
                            random.nextInt(3) > 0
                                    ? new BadBodies(random).of(body)
                                    : JsonMapper.shared().writeValueAsBytes(body));
        } else if (!operation.documents().isEmpty()) {
            var type = good.one(operation.documents());
            message = message.plus("Content-Type", type).withBody(new Documents(random).of(type));
        }
        if (random.nextInt(operation.body() == null ? 2 : 6) == 0) {
            message = new BadTargets(random).spoil(message);
        }
        if (random.nextInt(5) == 0) {
            message = new BadHeaders(random).spoil(message);
        }
        return message;
    }

    /** How large the ledger is, once an import that was taken has ended. */
    private long sizeAfter(Answer answer) throws Exception {
        var job = answer.header("location").filter(place -> answer.status() == 202 && place.contains("/imports/"));
        if (job.isPresent()) {
            var progress = Message.of("GET", job.get(), TestTokens.of(product.url(), "operator"));
            while (!wire.send(progress).text().matches("(?s).*\"(DONE|STOPPED)\".*")) {
                Thread.onSpinWait();
            }
        }
        return product.ledger().size();
    }

    /** Whether the answer names the last of the events that there are now. */
    private boolean isAcknowledged(Answer answer, long after) {
        if (answer.header("location")
                .filter(place -> place.contains("/imports/"))
                .isPresent()) {
            return true;
        }
        return answer.isSuccess()
                && answer.header("idempotent-replay").isEmpty()
                && answer.header("ledger-position")
                        .filter(Long.toString(after - 1)::equals)
                        .isPresent()
                && product.ledger()
                        .event(after - 1)
                        .filter(event -> answer.text().contains(event.eventId().toString())
                                || !answer.text().contains("eventId"))
                        .isPresent();
    }

    private void blame(String fault, long seed, Message message, Answer answer) {
        faults.add(String.format(
                Locale.ROOT,
                "%s (seed %d)%n%s%n-> %d %s",
                fault,
                seed,
                message,
                answer.status(),
                answer.text().substring(0, Math.min(SHOWN, answer.text().length()))));
    }

    /** All that went wrong, each with the seed of its request. */
    List<String> faults() {
        return List.copyOf(faults);
    }

    /** How many events the answers told of. */
    long recorded() {
        return recorded;
    }

    /** How often each status was answered. */
    Map<Integer, Integer> statuses() {
        return Map.copyOf(statuses);
    }
}
