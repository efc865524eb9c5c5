package org.consentledger.access;

import java.util.Optional;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;

/**
 * One thing that the product can be asked over HTTP, and whose requests it takes.
 *
 * @param path as a pattern, {@code /api/v1/customers/{customerId}/standing}
 * @param takes the media type of the request's body; empty where any will do or there is none
 * @param answers the media type of the answer, by which endpoints of one path differ; empty where there is one alone
 */
public record Endpoint(
        HttpMethod method, String path, Optional<MediaType> takes, Optional<MediaType> answers, Rule rule) {}
