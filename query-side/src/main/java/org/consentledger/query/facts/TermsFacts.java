package org.consentledger.query.facts;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.consentledger.events.TermsId;
import org.consentledger.query.platform.Generation;
import org.consentledger.standing.Recorded;
import org.consentledger.standing.TermsFact;
import org.springframework.stereotype.Component;

/**
 * Keeps in memory what is known of each terms document. What the first n leaves say never changes, so that nothing kept
 * here is ever out of date; it only grows. Each generation of the rows has facts of its own.
 */
@Component
class TermsFacts {
    private final ConcurrentMap<Key, Prefix> kept = new ConcurrentHashMap<>();

    private record Key(Generation generation, TermsId termsId) {}

    /**
     * All facts of one terms document among the first leaves.
     *
     * @param size how many leaves
     */
    record Prefix(long size, List<Recorded<TermsFact>> facts) {
        static final Prefix NOTHING = new Prefix(0, List.of());

        Prefix {
            facts = List.copyOf(facts);
        }

        /** Adds the facts from the end of this one up to a greater size. */
        Prefix grown(long newSize, List<Recorded<TermsFact>> newFacts) {
            var all = new ArrayList<>(facts);
            all.addAll(newFacts);
            return new Prefix(newSize, all);
        }
    }

    Prefix kept(Generation generation, TermsId termsId) {
        return kept.getOrDefault(new Key(generation, termsId), Prefix.NOTHING);
    }

    /** Terms that do not exist are not kept, since anybody can ask for any number of them. */
    void keep(Generation generation, TermsId termsId, Prefix prefix) {
        if (!prefix.facts().isEmpty()) {
            kept.merge(new Key(generation, termsId), prefix, (old, grown) -> grown.size() > old.size() ? grown : old);
        }
    }

    /** Those of other generations will hardly be asked for again. */
    void keepOnly(Generation generation) {
        kept.keySet().removeIf(key -> !key.generation().equals(generation));
    }
}
