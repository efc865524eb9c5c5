package org.consentledger.ledger.scan;

import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Queue;

/** All checkpoints, a page of them in memory. */
final class CheckpointPages implements Iterator<String> {
    private static final int PAGE = 256;
    private static final String NEXT =
            "select size, note from ledger.checkpoint where (size, note) > (?, ?) order by size, note limit " + PAGE;

    private final LedgerScan scan;
    private final Queue<Signed> page = new ArrayDeque<>();
    private Signed last = new Signed(-1, "");
    private boolean ended;

    private record Signed(long size, String note) {}

    CheckpointPages(LedgerScan scan) {
        this.scan = scan;
    }

    @Override
    public boolean hasNext() {
        if (page.isEmpty() && !ended) {
            page.addAll(
                    scan.query(NEXT, row -> new Signed(row.getLong(1), row.getString(2)), last.size(), last.note()));
            ended = page.size() < PAGE;
        }
        return !page.isEmpty();
    }

    @Override
    public String next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        last = page.remove();
        return last.note();
    }
}
