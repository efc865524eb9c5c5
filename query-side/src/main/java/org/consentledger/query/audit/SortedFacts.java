package org.consentledger.query.audit;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Set;
import org.consentledger.query.facts.FactRow;

/**
 * Puts facts in order, however many: full runs of them are sorted and written to files, which are merged while they are
 * read. The files have no name any more once they are open, so nothing is left of them, however this process ends.
 */
final class SortedFacts implements AutoCloseable {
    /** By terms, customer and position; a fact about terms comes before those about customers with them. */
    static final Comparator<FactRow> ORDER = Comparator.comparing(FactRow::termsId)
            .thenComparing(row -> row.customerId() == null ? "" : row.customerId())
            .thenComparingLong(row -> row.leaf().position());

    private final int run;
    private final List<FileChannel> files = new ArrayList<>();
    private final List<FactRow> facts = new ArrayList<>();
    private long count;

    /** @param run how many facts are held in memory */
    SortedFacts(int run) {
        this.run = run;
    }

    void add(FactRow fact) throws IOException {
        facts.add(fact);
        count++;
        if (facts.size() == run) {
            write();
        }
    }

    long count() {
        return count;
    }

    private void write() throws IOException {
        facts.sort(ORDER);
        var file = FileChannel.open(
                Files.createTempFile("ledger-facts", null),
                Set.of(StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE));
        files.add(file);
        var out = new DataOutputStream(new BufferedOutputStream(Channels.newOutputStream(file)));
        for (var fact : facts) {
            FactForm.write(fact, out);
        }
        out.flush();
        facts.clear();
    }

    /** All of them; nothing is added any more. */
    Iterator<FactRow> inOrder() throws IOException {
        facts.sort(ORDER);
        var runs = new PriorityQueue<Run>();
        new Run(facts.iterator()).offerTo(runs);
        for (var file : files) {
            file.position(0);
            new Run(new Written(new DataInputStream(new BufferedInputStream(Channels.newInputStream(file)))))
                    .offerTo(runs);
        }
        return new Merged(runs);
    }

    @Override
    public void close() throws IOException {
        for (var file : files) {
            file.close();
        }
    }

    /** A run by its next fact. */
    private static final class Run implements Comparable<Run> {
        private final Iterator<FactRow> rest;
        private FactRow next;

        @SuppressWarnings("NullAway.Init") // It is in no queue before its first fact is there.
        Run(Iterator<FactRow> rest) {
            this.rest = rest;
        }

        void offerTo(PriorityQueue<Run> runs) {
            if (rest.hasNext()) {
                next = rest.next();
                runs.add(this);
            }
        }

        @Override
        public int compareTo(Run other) {
            return ORDER.compare(next, other.next);
        }
    }

    private record Merged(PriorityQueue<Run> runs) implements Iterator<FactRow> {
        @Override
        public boolean hasNext() {
            return !runs.isEmpty();
        }

        @Override
        public FactRow next() {
            var first = runs.remove();
            var fact = first.next;
            first.offerTo(runs);
            return fact;
        }
    }

    private record Written(DataInputStream in) implements Iterator<FactRow> {
        @Override
        public boolean hasNext() {
            try {
                in.mark(1);
                boolean more = in.read() >= 0;
                in.reset();
                return more;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public FactRow next() {
            try {
                return FactForm.read(in);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
