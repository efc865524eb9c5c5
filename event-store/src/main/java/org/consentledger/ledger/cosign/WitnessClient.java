package org.consentledger.ledger.cosign;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.consentledger.ledger.note.AddCheckpoint;
import org.consentledger.ledger.note.Cosignature;
import org.consentledger.ledger.note.NoteRejected;
import org.consentledger.ledger.note.NoteSignature;
import org.consentledger.ledger.note.SignedNote;
import org.consentledger.ledger.note.VerifierKey;

/** Sends one add-checkpoint request and reads the answer; believes nothing that the witness's key has not signed. */
final class WitnessClient implements AutoCloseable {
    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration ANSWER = Duration.ofSeconds(10);
    private static final int MOST_BYTES = 1 << 16;
    private static final int MOST_TOLD = 200;
    private static final String TREE_SIZE = "text/x.tlog.size";
    private static final Pattern SIZE = Pattern.compile("(0|[1-9][0-9]{0,18})\n");

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT)
            .build();

    Reply send(WitnessAddress witness, AddCheckpoint request) throws InterruptedException {
        var post = HttpRequest.newBuilder(witness.addCheckpoint())
                .timeout(ANSWER)
                .header("Content-Type", "text/plain; charset=utf-8")
                .POST(BodyPublishers.ofByteArray(request.encode()))
                .build();
        try {
            return read(
                    http.send(post, BodyHandlers.limiting(BodyHandlers.ofByteArray(), MOST_BYTES)),
                    request.checkpoint(),
                    witness.key());
        } catch (IOException e) {
            return new Reply.Failed("it cannot be reached: " + e);
        }
    }

    private static Reply read(HttpResponse<byte[]> response, SignedNote checkpoint, VerifierKey witness) {
        String body = new String(response.body(), StandardCharsets.UTF_8);
        return switch (response.statusCode()) {
            case 200 -> cosigned(body, checkpoint, witness);
            case 403 -> new Reply.Failed("it does not accept the ledger's signature: " + told(body));
            case 404 -> new Reply.Failed("it does not follow this ledger: " + told(body));
            case 409 ->
                response.headers()
                                .firstValue("Content-Type")
                                .filter(WitnessClient::isSize)
                                .isPresent()
                        ? knowsSize(body)
                        : new Reply.Contradicted(told(body));
            case 422 -> new Reply.Contradicted(told(body));
            default -> new Reply.Failed("it answers " + response.statusCode() + ": " + told(body));
        };
    }

    /** With or without parameters. */
    private static boolean isSize(String contentType) {
        int end = contentType.indexOf(';');
        return TREE_SIZE.equalsIgnoreCase((end < 0 ? contentType : contentType.substring(0, end)).strip());
    }

    private static Reply cosigned(String body, SignedNote checkpoint, VerifierKey witness) {
        try {
            var note = checkpoint;
            for (String line : body.lines().toList()) {
                note = note.with(NoteSignature.parse(line));
            }
            return Cosignature.on(note, List.of(witness)).stream()
                    .filter(cosignature -> cosignature.time().getEpochSecond() > 0)
                    .findFirst()
                    .<Reply>map(Reply.Cosigned::new)
                    .orElseGet(() -> new Reply.Failed("its answer has no cosignature of " + witness));
        } catch (NoteRejected e) {
            return new Reply.Failed("its cosignature is not valid: " + e.getMessage());
        }
    }

    private static Reply knowsSize(String body) {
        if (SIZE.matcher(body).matches()) {
            try {
                return new Reply.KnowsSize(Long.parseLong(body.strip()));
            } catch (NumberFormatException _) {
                // Larger than any tree here can be.
            }
        }
        return new Reply.Failed("it answers 409 without a size: " + told(body));
    }

    /** The words of a stranger, for the log: one line of printable characters. */
    private static String told(String body) {
        String line = body.strip().replaceAll("[^\\x20-\\x7e]", "?");
        return line.length() > MOST_TOLD ? line.substring(0, MOST_TOLD) + "…" : line;
    }

    /** Requests under way fail. */
    @Override
    public void close() {
        http.shutdownNow();
    }
}
