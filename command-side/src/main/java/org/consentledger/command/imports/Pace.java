package org.consentledger.command.imports;

import java.time.Duration;
import java.util.OptionalLong;

/** How fast an import is since this process took it up, and how long it will take if that goes on. */
public final class Pace {
    private final long bytes;
    private long begun;
    private long firstByte = -1;
    private long firstRow;
    private long byteNow;
    private long rowNow;

    /** @param bytes of the file */
    public Pace(long bytes) {
        this.bytes = bytes;
    }

    /** It has come so far; the first word is about where it begins. */
    public void reached(long byteDone, long rowsDone) {
        if (firstByte < 0) {
            begun = System.nanoTime();
            firstByte = byteDone;
            firstRow = rowsDone;
        }
        byteNow = byteDone;
        rowNow = rowsDone;
    }

    /** Empty before there is anything to tell it from. */
    public OptionalLong rowsPerSecond() {
        return perSecond(rowNow - firstRow);
    }

    /** Empty before there is anything to tell it from. */
    public OptionalLong secondsLeft() {
        var rate = perSecond(byteNow - firstByte);
        return rate.isPresent() && rate.getAsLong() > 0
                ? OptionalLong.of((bytes - byteNow) / rate.getAsLong())
                : OptionalLong.empty();
    }

    private OptionalLong perSecond(long done) {
        long nanos = System.nanoTime() - begun;
        return done <= 0 || nanos <= 0
                ? OptionalLong.empty()
                : OptionalLong.of(
                        Math.round((double) done * Duration.ofSeconds(1).toNanos() / nanos));
    }
}
