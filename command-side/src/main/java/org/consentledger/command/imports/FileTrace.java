package org.consentledger.command.imports;

import java.io.IOException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Keeps the rejects file and the state in step: the state names that part of the rejects file which belongs to it. */
final class FileTrace implements Trace {
    private final ImportFiles files;
    private final RejectsFile rejects;
    private ImportState state;
    private Place done;
    private @Nullable UUID newestEvent;
    private long newestPosition;

    FileTrace(ImportFiles files, RejectsFile rejects, ImportState state) {
        this.files = files;
        this.rejects = rejects;
        this.state = state;
        done = state.done();
        newestEvent = state.newestEvent();
        newestPosition = state.newestPosition();
    }

    @Override
    public void settled(Place place, Outcome outcome) {
        done = place;
        if (outcome instanceof Outcome.Recorded recorded && recorded.position() > newestPosition) {
            newestEvent = recorded.eventId();
            newestPosition = recorded.position();
        }
    }

    @Override
    public void rejected(Place place, Reject reject) throws IOException {
        rejects.add(reject, place);
    }

    /** The rejects first: the state must not promise what is not there. */
    @Override
    public void save(ImportReport soFar) throws IOException {
        state = state.at(done, rejects.force(), newestEvent, newestPosition, soFar);
        JsonFile.write(files.state(), state);
    }
}
