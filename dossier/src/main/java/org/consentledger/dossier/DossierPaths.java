package org.consentledger.dossier;

import java.util.Locale;

/**
 * The files of a dossier.
 *
 * <pre>
 * report.html                  to read and to print; Japanese, then English
 * report.pdf                   the same on paper
 * VERIFYING.txt                how to check all this without us
 * answer.ja.json, .en.json     the answer
 * editions/N.txt               texts of editions, the exact bytes
 * question.json                what is answered
 * events/P.json                the event at position P, payload as stored, with its statement
 * opened/P.json                its payload with the personal data in the clear
 * receipts/P                   the proof of its leaf (C2SP tlog-proof)
 * statements/P.json            the statement of an event on which no standing depends
 * datakeys/V                   the customer's data key of version V, where the contents are disputed: hexadecimal
 * commitments/P.json           the event at position P by which the ledger committed itself to such a key
 * checkpoint                   that all proofs lead to, with cosignatures
 * keys                         verifier keys of the ledger, to be compared with keys from elsewhere
 * timestamp/token.tst          an RFC 3161 token, and beside it
 * timestamp/checkpoint         the checkpoint that it is about, and
 * timestamp/consistency        the proof that the dossier's checkpoint continues it: hashes, base64, one a line
 * manifest.json                SHA-256 and size of every other file but the signature; canonical JSON (RFC 8785)
 * manifest.sig                 the ledger's signature of the manifest, a signed note
 * </pre>
 */
public final class DossierPaths {
    public static final String MANIFEST = "manifest.json";
    public static final String SIGNATURE = "manifest.sig";
    public static final String REPORT = "report.html";
    public static final String PRINTED = "report.pdf";
    public static final String QUESTION = "question.json";
    public static final String CHECKPOINT = "checkpoint";
    public static final String KEYS = "keys";
    static final String GUIDE = "VERIFYING.txt";
    static final String TOKEN = "timestamp/token.tst";
    static final String STAMPED = "timestamp/checkpoint";
    static final String CONSISTENCY = "timestamp/consistency";
    static final String EVENTS = "events/";
    static final String RECEIPTS = "receipts/";
    static final String STATEMENTS = "statements/";
    static final String OPENED = "opened/";
    static final String COMMITMENTS = "commitments/";
    static final String JSON = ".json";

    private DossierPaths() {}

    static String answer(Locale language) {
        return "answer." + language.toLanguageTag() + JSON;
    }

    static String edition(int number) {
        return "editions/" + number + ".txt";
    }

    static String event(long position) {
        return EVENTS + position + JSON;
    }

    static String opened(long position) {
        return OPENED + position + JSON;
    }

    static String statement(long position) {
        return STATEMENTS + position + JSON;
    }

    static String commitment(long position) {
        return COMMITMENTS + position + JSON;
    }

    static String dataKey(int version) {
        return "datakeys/" + version;
    }

    static String receipt(long position) {
        return RECEIPTS + position;
    }
}
