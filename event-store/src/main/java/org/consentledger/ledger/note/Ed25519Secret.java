package org.consentledger.ledger.note;

import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.bouncycastle.crypto.signers.Ed25519Signer;

/**
 * A private key of RFC 8032 §5.1.5. BouncyCastle signs, since it has tables of the base point's multiples and so takes
 * a twentieth of the JDK's time, which every group of appends has to wait for. A signature is the same from both.
 */
final class Ed25519Secret {
    private final Ed25519PrivateKeyParameters key;

    /** @param seed of 32 bytes */
    Ed25519Secret(byte[] seed) {
        this.key = new Ed25519PrivateKeyParameters(seed);
    }

    /** The raw 32 bytes. */
    byte[] publicKey() {
        return key.generatePublicKey().getEncoded();
    }

    byte[] sign(byte[] message) {
        var signer = new Ed25519Signer();
        signer.init(true, key);
        signer.update(message, 0, message.length);
        return signer.generateSignature();
    }
}
