package org.consentledger.standalone;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import tools.jackson.databind.node.ObjectNode;

/**
 * Asks query sides, in turn, what they say of each fact that a command side has acknowledged. They may be late, and say
 * so; what one of them has said as known at a position the others say as well, then and for ever.
 */
final class FollowedFacts {
    private final List<LedgerClient> sides = new CopyOnWriteArrayList<>();
    private final Map<Acknowledged, String> answers = new ConcurrentHashMap<>();
    private final Queue<String> wrong = new ConcurrentLinkedQueue<>();
    private final AtomicLong asked = new AtomicLong();
    private final AtomicLong late = new AtomicLong();

    FollowedFacts(LedgerClient... sides) {
        this.sides.addAll(List.of(sides));
    }

    /** It is started instead of one that is gone. */
    void replace(LedgerClient gone, LedgerClient other) {
        sides.replaceAll(side -> side == gone ? other : side);
    }

    /** Asks one of them, once. */
    void ask(Acknowledged fact) {
        int next = (int) (asked.getAndIncrement() % sides.size());
        try {
            var reply = sides.get(next).standingAsKnown(fact.customer(), fact.position());
            if (reply.isForLater()) {
                late.incrementAndGet();
            } else {
                hold(fact, reply);
            }
        } catch (IOException _) {
            late.incrementAndGet();
        }
    }

    private void hold(Acknowledged fact, LedgerClient.Reply reply) {
        if (reply.status() != 200) {
            wrong.add(reply.status() + " " + reply.text());
            return;
        }
        var answer = (ObjectNode) reply.json();
        answer.remove("at");
        var known = answers.putIfAbsent(fact, answer.toString());
        boolean right = answer.at("/binding/mode").asString().equals("ACCEPTED")
                && answer.required("ledgerSize").asLong() == fact.position() + 1;
        if (!right || (known != null && !known.equals(answer.toString()))) {
            wrong.add(answer + " before: " + known);
        }
    }

    /** What was answered otherwise than it had to be. */
    List<String> wrong() {
        return List.copyOf(wrong);
    }

    long answered() {
        return answers.size();
    }

    long late() {
        return late.get();
    }
}
