package org.consentledger.standalone;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The gateway with both sides and the console behind it. */
final class OneOrigin {
    private final StartedGateway gateway;
    private final StartedConsole console;

    private OneOrigin(StartedGateway gateway, StartedConsole console) {
        this.gateway = gateway;
        this.console = console;
    }

    /** Puts a gateway in front of these sides, and a console beside them. */
    static OneOrigin of(Path directory, List<StartedSide> commands, List<StartedSide> queries) throws IOException {
        int port = HttpPort.resolve(0);
        var gateway = StartedGateway.start(
                directory,
                Map.of(
                        "command-side", commands.stream().map(StartedSide::port).toList(),
                        "query-side", queries.stream().map(StartedSide::port).toList(),
                        "console", List.of(port)));
        return new OneOrigin(gateway, StartedConsole.start(directory, port, gateway.url()));
    }

    URI url() {
        return gateway.url();
    }

    LedgerClient client() {
        return gateway.client();
    }

    void awaitReadiness(int status) {
        gateway.awaitReadiness(status);
    }

    /** Each address to which somebody is led who opens the console. */
    List<URI> ledToLogin() {
        return console.ledToLogin();
    }

    void end() throws InterruptedException {
        gateway.end();
        console.end();
    }
}
