package org.consentledger.query.platform;

import org.springframework.http.HttpStatus;

/**
 * Why a question cannot be answered, in the words on which clients rely: a code is never renamed nor given another
 * meaning. Its texts stand in {@code problems_ja.properties} and {@code problems_en.properties}.
 */
public enum Code {
    MALFORMED(HttpStatus.BAD_REQUEST),
    TERMS_UNKNOWN(HttpStatus.NOT_FOUND),
    EDITION_UNKNOWN(HttpStatus.NOT_FOUND),
    /** No edition was in force at that time, as far as was known. */
    NO_EDITION_IN_FORCE(HttpStatus.NOT_FOUND),
    EVENT_UNKNOWN(HttpStatus.NOT_FOUND),
    RECORD_UNKNOWN(HttpStatus.NOT_FOUND),
    REQUEST_UNKNOWN(HttpStatus.NOT_FOUND),
    /** The largest signed tree has no such tile. */
    TILE_UNKNOWN(HttpStatus.NOT_FOUND),
    TIMESTAMP_UNKNOWN(HttpStatus.NOT_FOUND),
    PATH_UNKNOWN(HttpStatus.NOT_FOUND),
    METHOD_NOT_ALLOWED(HttpStatus.METHOD_NOT_ALLOWED),
    NOT_ACCEPTABLE(HttpStatus.NOT_ACCEPTABLE),
    TOO_LARGE(HttpStatus.CONTENT_TOO_LARGE),
    UNSUPPORTED_MEDIA_TYPE(HttpStatus.UNSUPPORTED_MEDIA_TYPE),
    /** What only the customer's key would open is asked for, and the key is destroyed. */
    CUSTOMER_ERASED(HttpStatus.CONFLICT),
    /** A disclosure has content only once it was granted. */
    NOT_GRANTED(HttpStatus.CONFLICT),
    /** No edition of the terms ever stated such a purpose. */
    PURPOSE_UNKNOWN(HttpStatus.UNPROCESSABLE_CONTENT),
    TIME_IN_FUTURE(HttpStatus.UNPROCESSABLE_CONTENT),
    POSITION_BEYOND_LEDGER(HttpStatus.UNPROCESSABLE_CONTENT),
    INTERNAL(HttpStatus.INTERNAL_SERVER_ERROR),
    /** The same question may be answered a moment later. */
    PROJECTION_BEHIND(HttpStatus.SERVICE_UNAVAILABLE),
    /** Lists in full are being read by as many clients as are served at a time. */
    TOO_MANY_LISTS(HttpStatus.SERVICE_UNAVAILABLE),
    /** As many dossiers are being checked as are at a time. */
    TOO_MANY_DOSSIERS(HttpStatus.SERVICE_UNAVAILABLE),
    /** What is asked for is in the ledger, but no signed checkpoint covers it yet. */
    NOT_YET_SIGNED(HttpStatus.SERVICE_UNAVAILABLE),
    /** The ledger cannot be read now. */
    UNAVAILABLE(HttpStatus.SERVICE_UNAVAILABLE);

    private final HttpStatus status;

    Code(HttpStatus status) {
        this.status = status;
    }

    /** The status of the answer that carries this code. */
    public HttpStatus status() {
        return status;
    }
}
