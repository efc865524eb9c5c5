package org.consentledger.command.drafting;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.consentledger.command.platform.Code;
import org.consentledger.command.platform.CommandRejected;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;

/** A document as an author sent it. */
final class Brought {
    static final String HTML = MediaType.TEXT_HTML_VALUE;
    static final String PLAIN = MediaType.TEXT_PLAIN_VALUE;
    static final String MARKDOWN = MediaType.TEXT_MARKDOWN_VALUE;
    static final String SEPARATED = "text/tab-separated-values";
    static final String DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    private static final int MOST_BYTES = 8 * 1024 * 1024;
    private static final char BYTE_ORDER_MARK = '\ufeff';

    private final String type;
    private final @Nullable Charset charset;
    private final byte[] bytes;

    private Brought(String type, @Nullable Charset charset, byte[] bytes) {
        this.type = type;
        this.charset = charset;
        this.bytes = bytes;
    }

    /**
     * Takes a document in.
     *
     * @throws CommandRejected {@code TOO_LARGE}; {@code UNSUPPORTED_MEDIA_TYPE} where nobody knows the charset
     */
    static Brought of(MediaType type, InputStream body) throws IOException {
        byte[] bytes = body.readNBytes(MOST_BYTES + 1);
        if (bytes.length > MOST_BYTES) {
            throw new CommandRejected(Code.TOO_LARGE, MOST_BYTES);
        }
        return new Brought(type.getType() + "/" + type.getSubtype(), charset(type), bytes);
    }

    private static @Nullable Charset charset(MediaType type) {
        try {
            return type.getCharset();
        } catch (IllegalArgumentException _) {
            throw new CommandRejected(Code.UNSUPPORTED_MEDIA_TYPE);
        }
    }

    /** Its media type, without parameters. */
    String type() {
        return type;
    }

    /** As the media type names it; {@code null} where it does not. */
    @Nullable
    Charset charset() {
        return charset;
    }

    byte[] bytes() {
        return bytes;
    }

    /** What the bytes say, in UTF-8 unless the media type names another charset; without a byte order mark. */
    String text() {
        try {
            var text = (charset == null ? StandardCharsets.UTF_8 : charset)
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text;
        } catch (CharacterCodingException _) {
            throw new CommandRejected(Code.DOCUMENT_UNREADABLE);
        }
    }
}
