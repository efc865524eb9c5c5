package org.consentledger.command.imports;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.consentledger.command.imports.ImportReport.Counts;
import org.consentledger.command.platform.Code;
import org.jspecify.annotations.Nullable;

/** A report that grows. */
final class Tally {
    private final Map<String, Counts> kinds;
    private final Map<Code, Long> codes;
    private final List<Reject> rejects;
    private Counts all;
    private long digestsTaken;

    Tally(ImportReport before) {
        kinds = new TreeMap<>(before.kinds());
        codes = new TreeMap<>(before.codes());
        rejects = new ArrayList<>(before.rejects());
        all = before.all();
        digestsTaken = before.digestsTaken();
    }

    void add(@Nullable String kind, Outcome outcome) {
        all = all.plus(outcome);
        if (kind != null) {
            kinds.put(kind, kinds.getOrDefault(kind, Counts.NONE).plus(outcome));
        }
        if (outcome instanceof Outcome.Recorded recorded && recorded.digestTaken()) {
            digestsTaken++;
        }
    }

    void add(Reject reject) {
        codes.merge(reject.code(), 1L, Long::sum);
        if (rejects.size() < ImportReport.MOST_REJECTS) {
            rejects.add(reject);
        }
    }

    ImportReport report() {
        return new ImportReport(all, digestsTaken, kinds, codes, rejects);
    }
}
