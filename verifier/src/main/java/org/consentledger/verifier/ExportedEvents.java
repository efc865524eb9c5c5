package org.consentledger.verifier;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.consentledger.ledger.audit.Damage;
import org.consentledger.ledger.audit.Findings;
import org.consentledger.ledger.directory.EventLine;
import org.consentledger.ledger.directory.ExportLayout;
import org.consentledger.ledger.directory.LineRejected;
import org.consentledger.ledger.directory.Lines;
import org.consentledger.ledger.directory.SoundLeaf;
import org.consentledger.ledger.tree.Hash;
import org.jspecify.annotations.Nullable;

/** The events of one bundle, asked for by position. A line that is missing, too many or malformed is told. */
final class ExportedEvents implements AutoCloseable {
    private final @Nullable Lines lines;
    private final String name;
    private final Findings findings;
    private @Nullable EventLine next;

    private ExportedEvents(@Nullable Lines lines, String name, Findings findings) {
        this.lines = lines;
        this.name = name;
        this.findings = findings;
    }

    static ExportedEvents open(Path file, long first, ExportLayout layout, Findings findings) throws IOException {
        try {
            return new ExportedEvents(Lines.of(file), layout.name(file), findings);
        } catch (NoSuchFileException _) {
            findings.add(Damage.FILE_MISSING, first, layout.name(file) + " is missing");
            return new ExportedEvents(null, layout.name(file), findings);
        }
    }

    /** Whether the next line is the event of this position and its leaf is sound; then it is passed over. */
    boolean isSound(SoundLeaf leaf, long position, byte[] entry, Hash hash) throws IOException {
        return lines != null
                && next == null
                && lines.skip((bytes, from, to) -> leaf.end(bytes, from, to, position, entry, hash));
    }

    /** The event at this position; positions are asked for in order. */
    @Nullable
    EventLine at(long position) throws IOException {
        if (lines == null) {
            return null;
        }
        boolean malformed = false;
        while (next == null || next.event().position() < position) {
            byte[] line = lines.next();
            if (line == null) {
                break;
            }
            try {
                next = EventLine.parse(line);
                if (next.event().position() < position) {
                    findings.add(
                            Damage.EVENT_INSERTED,
                            position,
                            name + " has an event of position " + next.event().position() + " here");
                }
            } catch (LineRejected e) {
                malformed = true;
                findings.add(Damage.FILE_MALFORMED, position, name + ": " + e.getMessage());
                break;
            }
        }
        if (next != null && next.event().position() == position) {
            var found = next;
            next = null;
            return found;
        }
        if (!malformed) {
            findings.add(Damage.EVENT_MISSING, position, name + " does not have this event");
        }
        return null;
    }

    /** Nothing more belongs here. */
    void end(long position) throws IOException {
        if (next != null || (lines != null && lines.next() != null)) {
            findings.add(Damage.EVENT_INSERTED, position, name + " has more events than belong there");
        }
    }

    @Override
    public void close() throws IOException {
        if (lines != null) {
            lines.close();
        }
    }
}
