package org.consentledger.command.imports;

import org.consentledger.command.platform.CommandRejected;
import tools.jackson.databind.node.ObjectNode;

/** A row as the file has it: members of which nobody has asked yet what they mean, or the reason why it has none. */
sealed interface Row {
    Place place();

    /** A row that can be read. */
    record Legible(Place place, ObjectNode members) implements Row {}

    /** A row of which not even the form is right. */
    record Illegible(Place place, CommandRejected fault) implements Row {}
}
