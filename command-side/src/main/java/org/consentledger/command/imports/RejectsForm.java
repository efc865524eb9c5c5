package org.consentledger.command.imports;

import java.io.IOException;

/** How a rejects file is written. */
interface RejectsForm {
    void writeHeader(Place header) throws IOException;

    void write(Reject reject, Place place) throws IOException;
}
