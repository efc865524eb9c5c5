package org.consentledger.command.imports;

import org.consentledger.command.platform.Commands;
import org.consentledger.command.platform.RecordOfThePast;

/** Records what the rules allow. */
final class Recording implements Judge {
    private final Commands commands;

    Recording(Commands commands) {
        this.commands = commands;
    }

    @Override
    public Outcome judge(RecordOfThePast record) {
        var written = commands.sendOneOfMany(record.claim(), record.command());
        return written.replayed()
                ? new Outcome.AlreadyRecorded()
                : Outcome.Recorded.of(written.last(), record.digestTaken());
    }
}
