package org.consentledger.command.platform;

import org.springframework.http.HttpStatus;

/**
 * Why the system said no, in the words on which clients rely: a code is never renamed nor given another meaning. Its
 * texts stand in {@code problems_ja.properties} and {@code problems_en.properties}.
 */
public enum Code {
    MALFORMED(HttpStatus.BAD_REQUEST),
    /** The token does not allow what the request states. */
    FORBIDDEN(HttpStatus.FORBIDDEN),
    TERMS_UNKNOWN(HttpStatus.NOT_FOUND),
    EDITION_UNKNOWN(HttpStatus.NOT_FOUND),
    NO_EDITION_IN_FORCE(HttpStatus.NOT_FOUND),
    RECORD_UNKNOWN(HttpStatus.NOT_FOUND),
    REQUEST_UNKNOWN(HttpStatus.NOT_FOUND),
    PATH_UNKNOWN(HttpStatus.NOT_FOUND),
    IMPORT_UNKNOWN(HttpStatus.NOT_FOUND),
    METHOD_NOT_ALLOWED(HttpStatus.METHOD_NOT_ALLOWED),
    NOT_ACCEPTABLE(HttpStatus.NOT_ACCEPTABLE),
    EDITION_NOT_PUBLISHED(HttpStatus.CONFLICT),
    EDITION_WITHDRAWN(HttpStatus.CONFLICT),
    EDITION_ALREADY_PUBLISHED(HttpStatus.CONFLICT),
    SAME_TEXT_PUBLISHED(HttpStatus.CONFLICT),
    EDITION_ORDER(HttpStatus.CONFLICT),
    EDITION_SUPERSEDED(HttpStatus.CONFLICT),
    SHOWN_TEXT_DIFFERS(HttpStatus.CONFLICT),
    PRESENTATION_EXPIRED(HttpStatus.CONFLICT),
    NOT_BOUND(HttpStatus.CONFLICT),
    CUSTOMER_LEFT(HttpStatus.CONFLICT),
    IDEMPOTENCY_KEY_REUSED(HttpStatus.CONFLICT),
    CUSTOMER_ERASED(HttpStatus.CONFLICT),
    LEGAL_HOLD(HttpStatus.CONFLICT),
    RETENTION_RUNNING(HttpStatus.CONFLICT),
    FOUR_EYES(HttpStatus.CONFLICT),
    STATE_CONFLICT(HttpStatus.CONFLICT),
    IMPORT_RUNNING(HttpStatus.CONFLICT),
    /** No time-stamping authority is configured. */
    TIMESTAMPS_OFF(HttpStatus.CONFLICT),
    /** No signed checkpoint has a leaf yet. */
    NOTHING_TO_TIMESTAMP(HttpStatus.CONFLICT),
    TOO_LARGE(HttpStatus.CONTENT_TOO_LARGE),
    UNSUPPORTED_MEDIA_TYPE(HttpStatus.UNSUPPORTED_MEDIA_TYPE),
    PURPOSE_UNKNOWN(HttpStatus.UNPROCESSABLE_CONTENT),
    PURPOSE_NOT_VOLUNTARY(HttpStatus.UNPROCESSABLE_CONTENT),
    REQUIRED_BY_LAW(HttpStatus.UNPROCESSABLE_CONTENT),
    DECISION_MISSING(HttpStatus.UNPROCESSABLE_CONTENT),
    EXPRESSED_IN_FUTURE(HttpStatus.UNPROCESSABLE_CONTENT),
    EXPRESSED_BEFORE_PUBLICATION(HttpStatus.UNPROCESSABLE_CONTENT),
    /** Nothing is done about a request before its identity check. */
    IDENTITY_NOT_CONFIRMED(HttpStatus.UNPROCESSABLE_CONTENT),
    PRESENTATION_INVALID(HttpStatus.UNPROCESSABLE_CONTENT),
    /** It is broken, not what its media type says, or of a kind that could do harm. */
    DOCUMENT_UNREADABLE(HttpStatus.UNPROCESSABLE_CONTENT),
    /** No row of the document names the new and the old column. */
    TABLE_NOT_FOUND(HttpStatus.UNPROCESSABLE_CONTENT),
    INTERNAL(HttpStatus.INTERNAL_SERVER_ERROR),
    /** The time-stamping authority gave no token, or none that is right; it may do so later. */
    TIMESTAMP_FAILED(HttpStatus.BAD_GATEWAY),
    /** Nothing was recorded; the same request may succeed later. */
    UNAVAILABLE(HttpStatus.SERVICE_UNAVAILABLE),
    /** Nothing was recorded, and nothing will be until an operator has looked at the ledger. */
    WRITES_SUSPENDED(HttpStatus.SERVICE_UNAVAILABLE),
    /** Whether it was recorded is not known; a repetition under the same idempotency key finds out safely. */
    OUTCOME_UNKNOWN(HttpStatus.SERVICE_UNAVAILABLE);

    private final HttpStatus status;

    Code(HttpStatus status) {
        this.status = status;
    }

    /** The status of the answer that carries this code. */
    public HttpStatus status() {
        return status;
    }
}
