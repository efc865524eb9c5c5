package org.consentledger.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A process that answers clients over HTTP, each of them one request after the other. */
final class HttpContender implements Contender {
    private final String name;
    private final ProcessHandle process;
    private final InstantSource clock;
    private final Function<String, Runnable> client;
    private double mostMegabytes;

    /** @param client what a client of that name does each time, until it is answered */
    HttpContender(String name, ProcessHandle process, InstantSource clock, Function<String, Runnable> client) {
        this.name = name;
        this.process = process;
        this.clock = clock;
        this.client = client;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Load start(int writers, Duration time) {
        var clients = new WriterThreads(writers, clock, process, client);
        return new Load() {
            @Override
            public ProcessHandle process() {
                return process;
            }

            @Override
            public void workFor(Duration time) throws InterruptedException {
                clients.workFor(time);
                readMemory();
            }

            @Override
            public List<Completion> end() throws InterruptedException {
                return clients.end();
            }
        };
    }

    private void readMemory() {
        try {
            mostMegabytes =
                    Math.max(mostMegabytes, ResidentMemory.megabytes(process).orElse(0));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The most that the process was seen to hold under load, in megabytes; null where the system does not tell. */
    @Nullable
    Double mostMegabytes() {
        return mostMegabytes == 0 ? null : mostMegabytes;
    }
}
