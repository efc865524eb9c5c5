package org.consentledger.standalone;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** The console of {@code docker-compose.yml} as a process of its own, with the very file; other hosts and ports are put in. */
final class StartedConsole {
    private static final Path FILE = Path.of("..", "config", "console", "behind-gateway.yml");
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final Process process;
    private final Path log;
    private final URI gateway;
    private final HttpClient http = HttpClient.newHttpClient();

    private StartedConsole(Process process, Path log, URI gateway) {
        this.process = process;
        this.log = log;
        this.gateway = gateway;
    }

    /**
     * Starts it on that port.
     *
     * @param gateway what it asks, and where browsers find it
     */
    static StartedConsole start(Path directory, int port, URI gateway) throws IOException {
        var own = directory.resolve("console");
        var secrets = Files.createDirectories(own.resolve("secrets"));
        Files.writeString(secrets.resolve("console-secret"), "of-the-console");
        var origin = "http://" + gateway.getAuthority();
        var text = Files.readString(FILE)
                .replace("http://gateway:8080", origin)
                .replace("http://127.0.0.1:8080", origin)
                .replace("port: 8080", "port: " + port)
                .replace("/run/secrets", secrets.toString());
        Files.writeString(Files.createDirectory(own.resolve("config")).resolve("application.yml"), text);
        var log = directory.resolve("console.log");
        var process = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElse("java"),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-Xmx256m",
                        "-jar",
                        StartedSide.jar("console").toString(),
                        "--server.address=127.0.0.1")
                .directory(own.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        return new StartedConsole(process, log, gateway);
    }

    /** Opens its first page by way of the gateway, as somebody who has not logged in; answers each address to which he is led. */
    List<URI> ledToLogin() {
        await().alias("the console answers")
                .atMost(PATIENCE)
                .until(() -> get(gateway.resolve("/console/bye")).statusCode() == 200);
        var login = location(gateway.resolve("/console/"));
        return List.of(login, location(login));
    }

    private URI location(URI page) {
        try {
            var answer = get(page);
            return page.resolve(answer.headers()
                    .firstValue("Location")
                    .orElseThrow(() -> new AssertionError(answer + "\n" + answer.body())));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private HttpResponse<String> get(URI address) throws IOException {
        if (!process.isAlive()) {
            throw new AssertionError("the console has ended:\n" + Files.readString(log));
        }
        try {
            return http.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString());
        } catch (InterruptedException e) {
            throw new AssertionError("nobody interrupts a browser", e);
        }
    }

    void end() {
        http.close();
        process.destroyForcibly().onExit().join();
    }
}
