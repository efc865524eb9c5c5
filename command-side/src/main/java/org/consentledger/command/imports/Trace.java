package org.consentledger.command.imports;

import java.io.IOException;

/** What a run leaves behind beside the records. */
interface Trace {
    /** Of a preview. */
    Trace NONE = new Trace() {
        @Override
        public void settled(Place place, Outcome outcome) {}

        @Override
        public void rejected(Place place, Reject reject) {}

        @Override
        public void save(ImportReport soFar) {}
    };

    /** A row is done with, and so are all before it. */
    void settled(Place place, Outcome outcome);

    void rejected(Place place, Reject reject) throws IOException;

    /** Puts everything on the disk, so that a later run goes on behind the last row that is done with. */
    void save(ImportReport soFar) throws IOException;
}
