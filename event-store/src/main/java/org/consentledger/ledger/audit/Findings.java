package org.consentledger.ledger.audit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.consentledger.ledger.tree.Hash;

/** What an audit has found so far. It counts all and keeps the first hundred, which is enough to see what was done. */
public final class Findings {
    private static final int KEPT = 100;

    private final List<Finding> kept = new ArrayList<>();
    private final List<ForeignPayload> foreignPayloads = new ArrayList<>();
    private final List<String> remarks = new ArrayList<>();
    private long count;

    private record ForeignPayload(long position, Hash recorded, Hash found) {
        boolean isSwappedWith(ForeignPayload other) {
            return recorded.equals(other.found) && found.equals(other.recorded);
        }
    }

    public void add(Damage damage, long position, String what) {
        add(new Finding(damage, position, what));
    }

    /** Of a file, whatever leaves it is about. */
    public void add(Damage damage, String file, String what) {
        add(new Finding(damage, Finding.NOWHERE, file, file + what));
    }

    private void add(Finding finding) {
        count++;
        if (kept.size() < KEPT) {
            kept.add(finding);
        }
    }

    /** What a reader should know though nothing contradicts itself. */
    public void remark(String what) {
        if (remarks.size() < KEPT) {
            remarks.add(what);
        }
    }

    /** A payload was changed; where it is that of another event whose payload was changed too, they were swapped. */
    void addPayload(long position, Hash recorded, Hash found) {
        add(Damage.PAYLOAD_CHANGED, position, "the payload's SHA-256 is " + found + ", recorded was " + recorded);
        var foreign = new ForeignPayload(position, recorded, found);
        foreignPayloads.stream()
                .filter(foreign::isSwappedWith)
                .forEach(other -> add(
                        Damage.PAYLOADS_SWAPPED,
                        other.position(),
                        "the events at " + other.position() + " and " + position + " hold each other's payload"));
        if (foreignPayloads.size() < KEPT) {
            foreignPayloads.add(foreign);
        }
    }

    /** How many there are, also those not kept. */
    public long count() {
        return count;
    }

    /** The first hundred, in the order in which they were met. */
    public List<Finding> kept() {
        return List.copyOf(kept);
    }

    public List<String> remarks() {
        return List.copyOf(remarks);
    }

    /** The one with the lowest position. */
    public Optional<Finding> firstBadPosition() {
        return kept.stream()
                .filter(finding -> finding.position() != Finding.NOWHERE)
                .min(Comparator.comparingLong(Finding::position));
    }
}
