package org.consentledger.command.imports;

import java.util.List;
import java.util.TreeMap;
import java.util.function.Function;
import org.consentledger.command.platform.Malformed;
import org.consentledger.command.platform.Malformed.Fault;
import org.consentledger.command.platform.RecordOfThePast;
import org.consentledger.command.platform.RecordsOfThePast;
import org.consentledger.events.CustomerId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;

/** Hands each row to the slice that knows its kind. */
@Component
class KindsOfRecords {
    private static final String KIND = "kind";
    private static final String CUSTOMER_ID = "customerId";

    private final TreeMap<String, RecordsOfThePast> byKind = new TreeMap<>();

    KindsOfRecords(List<RecordsOfThePast> slices) {
        slices.forEach(slice -> slice.kinds().forEach(kind -> byKind.put(kind, slice)));
    }

    /** The row's kind; {@code null} where it has none that there is. */
    @Nullable
    String kindOf(Row row) {
        String kind = row instanceof Row.Legible legible
                ? legible.members().path(KIND).stringValue("")
                : "";
        return byKind.containsKey(kind) ? kind : null;
    }

    /** @throws org.consentledger.command.platform.CommandRejected where the row means nothing that could be recorded */
    RecordOfThePast read(ObjectNode row) {
        String kind = take(row, KIND, Function.identity(), "");
        var slice = byKind.get(kind);
        if (slice == null) {
            throw new Malformed("/" + KIND, Fault.WRONG_VALUE, String.join(" | ", byKind.keySet()));
        }
        return slice.read(kind, customerId(row), row);
    }

    private static CustomerId customerId(ObjectNode row) {
        if (row.path(CUSTOMER_ID).stringValue("").contains("@")) {
            throw new Malformed("/" + CUSTOMER_ID, Fault.NOT_A_MAIL_ADDRESS);
        }
        return take(row, CUSTOMER_ID, CustomerId::new, "customerid");
    }

    private static <T> T take(ObjectNode row, String member, Function<String, T> form, String expected) {
        var value = row.remove(member);
        if (value == null) {
            throw new Malformed("/" + member, Fault.MISSING);
        }
        try {
            return form.apply(value.stringValue(""));
        } catch (IllegalArgumentException _) {
            throw new Malformed("/" + member, Fault.WRONG_VALUE, expected);
        }
    }
}
