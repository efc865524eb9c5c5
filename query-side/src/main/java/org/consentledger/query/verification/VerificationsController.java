package org.consentledger.query.verification;

import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.Semaphore;
import org.consentledger.access.Allowed;
import org.consentledger.access.Scope;
import org.consentledger.query.platform.Code;
import org.consentledger.query.platform.QuestionRejected;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Checks a receipt or a dossier that somebody has sent. It records nothing, and shows nothing that was not sent. */
@RestController
@Allowed({Scope.LEDGER_READ, Scope.DOSSIER_READ})
@RequestMapping("/api/v1/verifications")
class VerificationsController {
    private static final int MOST_OF_RECEIPT = 64 << 10;
    private static final int MOST_OF_DOSSIER = 32 << 20;

    /** Each makes a dossier anew, in memory. */
    private static final int DOSSIERS_AT_ONCE = 1;

    private final UploadedProofs proofs;
    private final Semaphore dossiers = new Semaphore(DOSSIERS_AT_ONCE);

    VerificationsController(UploadedProofs proofs) {
        this.proofs = proofs;
    }

    @PostMapping(consumes = MediaType.TEXT_PLAIN_VALUE, produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<VerificationAnswer> receipt(InputStream file) throws IOException {
        return answer(proofs.receipt(bytes(file, MOST_OF_RECEIPT)));
    }

    @PostMapping(consumes = "application/zip", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<VerificationAnswer> dossier(InputStream file) throws IOException {
        if (!dossiers.tryAcquire()) {
            throw new QuestionRejected(Code.TOO_MANY_DOSSIERS, DOSSIERS_AT_ONCE);
        }
        try {
            return answer(proofs.dossier(bytes(file, MOST_OF_DOSSIER)));
        } finally {
            dossiers.release();
        }
    }

    private static byte[] bytes(InputStream file, int most) throws IOException {
        byte[] bytes = file.readNBytes(most + 1);
        if (bytes.length > most) {
            throw new QuestionRejected(Code.TOO_LARGE, most);
        }
        return bytes;
    }

    private static ResponseEntity<VerificationAnswer> answer(VerificationAnswer answer) {
        return ResponseEntity.ok().header(HttpHeaders.CACHE_CONTROL, "no-store").body(answer);
    }
}
