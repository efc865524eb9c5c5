package org.consentledger.command.platform;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.HttpOutputMessage;
import org.springframework.http.MediaType;
import org.springframework.http.converter.AbstractHttpMessageConverter;
import org.springframework.stereotype.Component;

/** Lets Spring read the records marked {@link Body}, and only those, strictly and up to their size. */
@Component
class StrictJsonConverter extends AbstractHttpMessageConverter<Object> {
    private final StrictBodies bodies;

    StrictJsonConverter(StrictBodies bodies) {
        super(MediaType.APPLICATION_JSON);
        this.bodies = bodies;
    }

    @Override
    protected boolean supports(Class<?> type) {
        return type.isAnnotationPresent(Body.class);
    }

    @Override
    protected boolean canWrite(@Nullable MediaType mediaType) {
        return false;
    }

    @Override
    protected Object readInternal(Class<?> type, HttpInputMessage request) throws IOException {
        if (!isUtf8(request.getHeaders().getContentType())) {
            throw new CommandRejected(Code.UNSUPPORTED_MEDIA_TYPE);
        }
        int limit = type.getAnnotation(Body.class).maxBytes();
        if (request.getHeaders().getContentLength() > limit) {
            throw new CommandRejected(Code.TOO_LARGE, limit);
        }
        byte[] body = request.getBody().readNBytes(limit + 1);
        if (body.length > limit) {
            throw new CommandRejected(Code.TOO_LARGE, limit);
        }
        return bodies.read(type, body);
    }

    /** Refused here, since a media type that nobody claims would be left to a reader that is not strict. */
    private static boolean isUtf8(@Nullable MediaType type) {
        return type == null || type.getCharset() == null || StandardCharsets.UTF_8.equals(type.getCharset());
    }

    @Override
    protected void writeInternal(Object body, HttpOutputMessage response) {
        throw new UnsupportedOperationException("it only reads");
    }
}
