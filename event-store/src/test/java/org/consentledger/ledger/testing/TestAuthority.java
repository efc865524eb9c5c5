package org.consentledger.ledger.testing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.bouncycastle.tsp.TimeStampRequest;
import org.consentledger.ledger.stamping.AuthoritySettings;
import org.consentledger.ledger.timestamp.TrustedAuthority;

/** A time-stamping authority on this machine, behind real HTTP, which may be told to lie. */
public final class TestAuthority implements AutoCloseable {
    /** The OID of the policy that it follows where it is not asked for another. */
    public static final String POLICY = TokenSigner.POLICY;

    /** How it answers. */
    public enum Manner {
        HONEST,
        WRONG_IMPRINT,
        WRONG_NONCE,
        NO_NONCE,
        /** Its own policy, whatever is asked for. */
        WRONG_POLICY,
        /** With a certificate for something else. */
        WRONG_USAGE,
        USAGE_NOT_CRITICAL,
        /** With a certificate that was over before the token was made. */
        EXPIRED,
        /** In its own name, with another key. */
        OTHERS_KEY,
        /** One of the same name, certified by somebody of the same name. */
        ANOTHER_AUTHORITY,
        NO_CERTIFICATE,
        DECLINED,
        NO_TOKEN,
        TRUNCATED,
        TRAILING,
        NO_DER,
        EMPTY,
        HUGE,
        HTTP_500,
        REDIRECT,
        HANGS_UP,
        /** It takes the question and says nothing. */
        SLOW,
        /** It begins to answer and goes no further. */
        SLOW_BODY
    }

    private final TestReplies replies = new TestReplies();
    private final InstantSource clock;
    private final AtomicInteger asked = new AtomicInteger();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpServer server;
    private volatile Manner manner = Manner.HONEST;

    private TestAuthority(InstantSource clock) throws IOException {
        this.clock = clock;
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.start();
    }

    public static TestAuthority start() throws IOException {
        return start(InstantSource.system());
    }

    /** One whose tokens are made at this clock's time. */
    public static TestAuthority start(InstantSource clock) throws IOException {
        return new TestAuthority(clock);
    }

    /** What an honest authority of its own replies to this question, now. */
    public static byte[] honestReply(TimeStampRequest query) {
        return new TestReplies().to(query, Manner.HONEST, InstantSource.system().instant());
    }

    /** What it replies to this question, without HTTP. */
    public byte[] reply(TimeStampRequest query) {
        return replies.to(query, manner, clock.instant());
    }

    public URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/tsa");
    }

    /** How to ask it, and to take its tokens alone. */
    public AuthoritySettings settings() {
        return new AuthoritySettings(url(), POLICY, trusted(), Duration.ofSeconds(5), Duration.ofSeconds(30));
    }

    /** Whom a reader trusts who trusts it. */
    public TrustedAuthority trusted() {
        return TrustedAuthority.parse(replies.root().pem().getBytes(StandardCharsets.US_ASCII));
    }

    /** From now on it answers so. */
    public void behave(Manner next) {
        manner = next;
    }

    /** How often it was asked. */
    public int asked() {
        return asked.get();
    }

    /** Writes the certificate of who certifies it. */
    public Path writeRoot(Path file) throws IOException {
        return Files.writeString(file, replies.root().pem());
    }

    /** Writes its own certificate. */
    public Path writeCertificate(Path file) throws IOException {
        return Files.writeString(file, replies.honest().pem());
    }

    private void answer(HttpExchange exchange) throws IOException {
        asked.incrementAndGet();
        try (exchange) {
            byte[] query = exchange.getRequestBody().readAllBytes();
            if ("application/timestamp-query"
                    .equals(exchange.getRequestHeaders().getFirst("Content-Type"))) {
                answer(exchange, new TimeStampRequest(query), manner);
            } else {
                exchange.sendResponseHeaders(415, -1);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void answer(HttpExchange exchange, TimeStampRequest query, Manner how)
            throws IOException, InterruptedException {
        switch (how) {
            case HTTP_500 -> exchange.sendResponseHeaders(500, -1);
            case REDIRECT -> {
                exchange.getResponseHeaders().set("Location", url().toString());
                exchange.sendResponseHeaders(307, -1);
            }
            case HANGS_UP -> throw new IOException("hangs up");
            case SLOW -> closed.await();
            case SLOW_BODY -> {
                exchange.sendResponseHeaders(200, 0);
                exchange.getResponseBody().write(0x30);
                exchange.getResponseBody().flush();
                closed.await();
            }
            default -> {
                byte[] reply = replies.to(query, how, clock.instant());
                exchange.getResponseHeaders().set("Content-Type", "application/timestamp-reply");
                exchange.sendResponseHeaders(200, reply.length == 0 ? -1 : reply.length);
                exchange.getResponseBody().write(reply);
            }
        }
    }

    @Override
    public void close() {
        closed.countDown();
        server.stop(0);
        threads.shutdownNow();
    }
}
