package org.consentledger.ledger.personal;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;

/**
 * Makes a ciphertext that opens under two keys with the same nonce and the same tag, as anybody can who knows both
 * (Dodis, Grubbs, Ristenpart, Woodage, "Fast Message Franking", 2018, §3). GHASH is a polynomial over GF(2^128), so one
 * free block of ciphertext is the solution of one linear equation.
 */
final class TwoKeyCiphertext {
    private static final int BLOCK = 16;
    private static final BigInteger REDUCTION = BigInteger.ONE.shiftLeft(128).add(BigInteger.valueOf(0x87));

    private TwoKeyCiphertext() {}

    /** One block of ciphertext and its tag, for {@code boundTo} as additional data. */
    static byte[] make(SecretKey one, SecretKey other, byte[] nonce, byte[] boundTo) {
        int blocks = (boundTo.length + BLOCK - 1) / BLOCK;
        byte[] lengths = ByteBuffer.allocate(BLOCK)
                .putLong(8L * boundTo.length)
                .putLong(8L * BLOCK)
                .array();
        var h1 = element(encrypt(one, new byte[BLOCK]));
        var h2 = element(encrypt(other, new byte[BLOCK]));
        var known1 = known(h1, boundTo, blocks, lengths).xor(element(encrypt(one, counter(nonce))));
        var known2 = known(h2, boundTo, blocks, lengths).xor(element(encrypt(other, counter(nonce))));
        // tag = known + block * H^2 under both keys
        var block = multiply(known1.xor(known2), inverse(multiply(h1, h1).xor(multiply(h2, h2))));
        var tag = known1.xor(multiply(block, multiply(h1, h1)));
        return ByteBuffer.allocate(2 * BLOCK).put(bytes(block)).put(bytes(tag)).array();
    }

    /** GHASH without the one block of ciphertext, whose factor is H squared. */
    private static BigInteger known(BigInteger h, byte[] boundTo, int blocks, byte[] lengths) {
        var sum = BigInteger.ZERO;
        for (int i = 0; i < blocks; i++) {
            sum = multiply(sum.xor(element(Arrays.copyOfRange(boundTo, i * BLOCK, (i + 1) * BLOCK))), h);
        }
        return multiply(multiply(sum, h).xor(element(lengths)), h);
    }

    private static byte[] counter(byte[] nonce) {
        return ByteBuffer.allocate(BLOCK).put(nonce).putInt(1).array();
    }

    private static byte[] encrypt(SecretKey key, byte[] block) {
        try {
            var cipher = Cipher.getInstance("AES/ECB/NoPadding");
            cipher.init(Cipher.ENCRYPT_MODE, key);
            return cipher.doFinal(block);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** GCM counts bits from the left: the first one is the coefficient of x^0. */
    private static BigInteger element(byte[] block) {
        var value = BigInteger.ZERO;
        for (int i = 0; i < 8 * BLOCK; i++) {
            if ((block[i / 8] >> (7 - i % 8) & 1) == 1) {
                value = value.setBit(i);
            }
        }
        return value;
    }

    private static byte[] bytes(BigInteger element) {
        byte[] block = new byte[BLOCK];
        for (int i = 0; i < 8 * BLOCK; i++) {
            if (element.testBit(i)) {
                block[i / 8] |= (byte) (1 << (7 - i % 8));
            }
        }
        return block;
    }

    private static BigInteger multiply(BigInteger a, BigInteger b) {
        var product = BigInteger.ZERO;
        for (int i = 0; i < b.bitLength(); i++) {
            if (b.testBit(i)) {
                product = product.xor(a.shiftLeft(i));
            }
        }
        while (product.bitLength() > 128) {
            product = product.xor(REDUCTION.shiftLeft(product.bitLength() - 129));
        }
        return product;
    }

    /** a^(2^128 - 2), by Fermat. */
    private static BigInteger inverse(BigInteger a) {
        var result = BigInteger.ONE;
        var power = a;
        for (int i = 1; i < 128; i++) {
            power = multiply(power, power);
            result = multiply(result, power);
        }
        return result;
    }
}
