package org.consentledger.standalone;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.util.FileSystemUtils;

/** The gateway of {@code docker-compose.yml}: the program itself with the very files, other hosts and ports put in. */
final class StartedGateway {
    private static final Path FILES = Path.of("..", "config", "gateway");
    private static final Pattern SERVERS =
            Pattern.compile("(?m)^( +)server-template ([a-z-]+) [0-9]+ ([a-z-]+):8080(.*)$");
    private static final String BIND = "bind :8080\n";
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final Process process;
    private final Path log;
    private final URI url;
    private final LedgerClient client;

    private StartedGateway(Process process, Path log, URI url) {
        this.process = process;
        this.log = log;
        this.url = url;
        this.client = new LedgerClient(url);
    }

    /** @param ports at which those serve that the files know by these names */
    static StartedGateway start(Path directory, Map<String, List<Integer>> ports) throws IOException {
        int port = HttpPort.resolve(0);
        var own = directory.resolve("gateway");
        FileSystemUtils.copyRecursively(FILES, own);
        var file = own.resolve("haproxy.cfg");
        var text = Files.readString(file);
        if (!text.contains(BIND)) {
            throw new AssertionError("binds elsewhere: " + text);
        }
        text = SERVERS.matcher(text.replace(BIND, "bind 127.0.0.1:" + port + "\n"))
                .replaceAll(servers -> here(servers, ports));
        Files.writeString(file, text);
        var log = directory.resolve("gateway.log");
        var process = start(new ProcessBuilder("haproxy", "-db", "-f", file.toString())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile()));
        var url = URI.create("http://127.0.0.1:" + port + "/");
        TestTokens.knowSide(url);
        return new StartedGateway(process, log, url);
    }

    private static String here(MatchResult servers, Map<String, List<Integer>> ports) {
        var there = Objects.requireNonNull(ports.get(servers.group(3)));
        return IntStream.range(0, there.size())
                .mapToObj(i -> servers.group(1) + "server " + servers.group(2) + (i + 1) + " 127.0.0.1:" + there.get(i)
                        + servers.group(4))
                .collect(Collectors.joining("\n"));
    }

    private static Process start(ProcessBuilder builder) {
        try {
            return builder.start();
        } catch (IOException e) {
            throw new AssertionError("needs haproxy: apt-get install --no-install-recommends haproxy", e);
        }
    }

    URI url() {
        return url;
    }

    LedgerClient client() {
        return client;
    }

    void awaitReadiness(int status) {
        await().alias("the gateway answers readiness with " + status)
                .atMost(PATIENCE)
                .until(() -> readiness() == status);
    }

    /** 0 where it cannot be reached. */
    private int readiness() throws IOException {
        if (!process.isAlive()) {
            throw new AssertionError("the gateway has ended:\n" + log());
        }
        try {
            return client.get("/actuator/health/readiness").status();
        } catch (IOException _) {
            return 0;
        }
    }

    String log() throws IOException {
        return Files.readString(log);
    }

    void end() throws InterruptedException {
        client.close();
        process.destroy();
        if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
    }
}
