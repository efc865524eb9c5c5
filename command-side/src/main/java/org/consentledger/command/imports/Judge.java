package org.consentledger.command.imports;

import org.consentledger.command.platform.LookedUp;

/** Says what becomes of a record that the ledger does not know, and lets it become. Asked by many threads. */
@FunctionalInterface
interface Judge {
    /** @throws org.consentledger.command.platform.CommandRejected where a rule forbids it */
    Outcome judge(LookedUp lookedUp);
}
