package org.consentledger.query.audit;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import org.consentledger.events.EventTypes;
import org.consentledger.ledger.audit.Damage;
import org.consentledger.ledger.audit.EventAudit;
import org.consentledger.ledger.audit.EventBytes;
import org.consentledger.ledger.audit.Findings;
import org.consentledger.ledger.audit.Progress;
import org.consentledger.ledger.audit.TreeAudit;
import org.consentledger.ledger.note.Checkpoint;
import org.consentledger.ledger.reading.LedgerReader;
import org.consentledger.ledger.scan.LedgerScan;
import org.consentledger.ledger.scan.ScannedLeaf;
import org.consentledger.query.facts.FactRow;
import org.consentledger.query.platform.Leaf;
import org.consentledger.standing.StatedFacts;
import org.jspecify.annotations.Nullable;

/**
 * Reads the ledger once, in its order: each event against its leaf, all leaves against one signed checkpoint. Of an event
 * that is not the one recorded no fact is drawn.
 */
final class VerifiedPass {
    private static final int PAGE = 256;

    private final LedgerScan scan;
    private final LedgerReader reader;
    private final Findings findings;
    private final EventAudit events;
    private final TreeAudit tree;
    private final long signed;

    /** @param checkpoint whose signature was checked, over all that is to be read */
    VerifiedPass(LedgerScan scan, LedgerReader reader, Checkpoint checkpoint, Findings findings) {
        this.scan = scan;
        this.reader = reader;
        this.findings = findings;
        this.events = new EventAudit(findings);
        this.tree = new TreeAudit((_, _, _) -> {}, List.of(checkpoint).iterator(), List.of(), findings);
        this.signed = checkpoint.size();
    }

    /** Draws the facts from the first {@code size} leaves. */
    void run(long size, SortedFacts facts, Progress progress) throws IOException {
        progress.total(size);
        for (long first = 0; first < size; first += PAGE) {
            int count = (int) Math.min(PAGE, size - first);
            for (var event : reader.read(page(first, count))) {
                var leaf = new Leaf(event.eventId(), event.position(), event.recordedAt());
                var fact = FactRow.ofEvent(event.payload(), leaf);
                if (fact.isPresent()) {
                    facts.add(fact.get());
                }
            }
            progress.reached(first + count);
        }
        for (long first = size; first < signed; first += PAGE) {
            scan.leafHashes(first, (int) Math.min(PAGE, signed - first)).forEach(tree::append);
        }
        tree.finish();
    }

    /** The events that may state a fact and are those recorded. */
    private List<EventBytes> page(long first, int count) {
        var leaves = new HashMap<Long, ScannedLeaf>();
        scan.leaves(first, count).forEach(leaf -> leaves.put(leaf.position(), leaf));
        var stored = new HashMap<Long, EventBytes>();
        scan.events(first, count).forEach(event -> stored.put(event.position(), event));
        var sound = new ArrayList<EventBytes>();
        for (long position = first; position < first + count; position++) {
            var event = stored.get(position);
            if (isRecorded(position, leaves.get(position), event) && event != null && mayState(event)) {
                sound.add(event);
            }
        }
        return sound;
    }

    private boolean isRecorded(long position, @Nullable ScannedLeaf leaf, @Nullable EventBytes event) {
        long before = findings.count();
        if (leaf == null) {
            findings.add(Damage.LEAF_MISSING, position, "the leaf is gone");
            return false;
        }
        tree.append(leaf.hash());
        var statement = events.statement(position, leaf.statement(), leaf.entry(), leaf.hash());
        if (event == null) {
            var whose = statement == null ? "" : " of " + statement.aggregateId();
            findings.add(Damage.EVENT_MISSING, position, "the event" + whose + " is gone");
        } else if (statement != null) {
            events.event(event, statement);
        }
        return findings.count() == before;
    }

    /** A past revision of an event, whose class is gone, is read as well. */
    private static boolean mayState(EventBytes event) {
        var type = EventTypes.named(event.payloadType());
        return type == null || StatedFacts.mayState(type);
    }
}
