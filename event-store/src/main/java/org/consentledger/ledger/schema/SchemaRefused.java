package org.consentledger.ledger.schema;

import java.util.List;

/** The ledger's tables are not as the migration made them, so nothing is written to them. */
public final class SchemaRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    SchemaRefused(List<String> faults) {
        super("the ledger's schema is not as it should be: " + String.join("; ", faults));
    }
}
