package org.consentledger.command.imports;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.consentledger.command.platform.RecordOfThePast;
import org.consentledger.events.CustomerId;

/**
 * What earlier rows of a file would have recorded, by customer, for a row that rests on them: a consent whose acceptance
 * stands a few lines above. So that it does not grow with the file, the customers who had no row for longest are
 * forgotten.
 */
final class EarlierRows {
    private static final int MOST = 50_000;
    private static final int MOST_OF_A_CUSTOMER = 100;

    private final Map<CustomerId, List<Object>> commands = new LinkedHashMap<>(16, 0.75f, true);
    private int size;

    /** In the order of the file. */
    synchronized List<Object> of(CustomerId customerId) {
        return List.copyOf(commands.getOrDefault(customerId, List.of()));
    }

    synchronized void add(RecordOfThePast record) {
        var ofCustomer = commands.computeIfAbsent(record.customerId(), _ -> new ArrayList<>());
        ofCustomer.add(record.command());
        size++;
        if (ofCustomer.size() > MOST_OF_A_CUSTOMER) {
            ofCustomer.removeFirst();
            size--;
        }
        for (var longest = commands.entrySet().iterator(); size > MOST && longest.hasNext(); ) {
            size -= longest.next().getValue().size();
            longest.remove();
        }
    }
}
