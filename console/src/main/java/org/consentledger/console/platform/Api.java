package org.consentledger.console.platform;

import static org.springframework.security.oauth2.client.web.client.RequestAttributeClientRegistrationIdResolver.clientRegistrationId;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClientManager;
import org.springframework.security.oauth2.client.web.client.OAuth2ClientHttpRequestInterceptor;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * The two APIs, asked with the token of whoever is logged in, in the language of the page. What an API declines comes as
 * {@link ApiDeclined}; one that cannot be reached, as Spring's {@code ResourceAccessException}.
 */
@Component
public class Api {
    /** Members that it does not know are left alone: additions to the contract are free. */
    private static final JsonMapper JSON = JsonMapper.shared();

    /** Of one part of a list. */
    private static final String MOST_LISTED = "200";

    private final RestClient client;
    private final URI questions;
    private final URI commands;

    Api(ConsoleSettings settings, OAuth2AuthorizedClientManager tokens) {
        var requests = new JdkClientHttpRequestFactory(
                HttpClient.newBuilder().connectTimeout(settings.patience()).build());
        requests.setReadTimeout(settings.patience());
        client = RestClient.builder()
                .requestFactory(requests)
                .requestInterceptor(new OAuth2ClientHttpRequestInterceptor(tokens))
                .defaultRequest(request -> request.attributes(clientRegistrationId(ConsoleSecurity.CLIENT))
                        .headers(Api::sayWhy))
                .build();
        questions = settings.questions();
        commands = settings.commands() == null ? settings.questions() : settings.commands();
    }

    /** Commands take no notice of it; they say in their bodies why somebody acts. */
    private static void sayWhy(HttpHeaders headers) {
        var reason = WhyHere.header();
        if (reason != null) {
            headers.set(WhyHere.HEADER, reason);
        }
    }

    /** Asks the query side. */
    public <T> T ask(Address address, Class<T> answer, Locale language) {
        return ask(questions, address, answer, language);
    }

    /** Asks the query side for a whole list, part by part. */
    public <T> List<T> askForAll(Address address, Class<? extends Listed<T>> part, Locale language) {
        var all = new ArrayList<T>();
        var first = address.with("limit", MOST_LISTED);
        Listed<T> answered = ask(first, part, language);
        all.addAll(answered.items());
        while (answered.next() != null) {
            answered = ask(first.with("cursor", answered.next()), part, language);
            all.addAll(answered.items());
        }
        return all;
    }

    /** Asks the command side how something stands that it does. */
    public <T> T askCommands(Address address, Class<T> answer, Locale language) {
        return ask(commands, address, answer, language);
    }

    private <T> T ask(URI side, Address address, Class<T> answer, Locale language) {
        return client.get()
                .uri(side.resolve(address.path()))
                .accept(MediaType.APPLICATION_JSON)
                .header(HttpHeaders.ACCEPT_LANGUAGE, language.toLanguageTag())
                .exchange((_, response) -> read(response, answer));
    }

    /** Asks the query side what does not fit into an address. It records nothing. */
    public <T> T inquire(Address address, Object question, Class<T> answer, Locale language) {
        return posted(questions, address, question, null, answer, language);
    }

    /** Hands a file of the query side on to the browser, as it comes. */
    public void fetch(Address address, String mediaType, HttpServletResponse browser, Locale language) {
        fetch(questions, address, mediaType, browser, language);
    }

    /** The same of one of the command side, of whatever type. */
    public void fetchOfCommands(Address address, HttpServletResponse browser, Locale language) {
        fetch(commands, address, MediaType.ALL_VALUE, browser, language);
    }

    private void fetch(URI side, Address address, String accept, HttpServletResponse browser, Locale language) {
        client.get()
                .uri(side.resolve(address.path()))
                .header(HttpHeaders.ACCEPT, accept)
                .header(HttpHeaders.ACCEPT_LANGUAGE, language.toLanguageTag())
                .exchange((_, response) -> {
                    if (!response.getStatusCode().is2xxSuccessful()) {
                        throw declined(response, response.getBody().readAllBytes());
                    }
                    var headers = response.getHeaders();
                    browser.setContentType(headers.getFirst(HttpHeaders.CONTENT_TYPE));
                    browser.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
                    browser.setHeader(
                            HttpHeaders.CONTENT_DISPOSITION, headers.getFirst(HttpHeaders.CONTENT_DISPOSITION));
                    return response.getBody().transferTo(browser.getOutputStream());
                });
    }

    /**
     * Tells the command side.
     *
     * @param once the same for the same act, so that a form sent twice is recorded once; {@code null} where the API knows no
     *     such key
     */
    public <T> T tell(Address address, Object body, @Nullable UUID once, Class<T> answer, Locale language) {
        return posted(commands, address, body, once, answer, language);
    }

    /** Has the command side put this in the place of what was there. */
    public <T> T replace(Address address, Object body, Class<T> answer, Locale language) {
        return client.put()
                .uri(commands.resolve(address.path()))
                .accept(MediaType.APPLICATION_JSON)
                .header(HttpHeaders.ACCEPT_LANGUAGE, language.toLanguageTag())
                .contentType(MediaType.APPLICATION_JSON)
                .body(JSON.writeValueAsBytes(body))
                .exchange((_, response) -> read(response, answer));
    }

    /** Hands a file to the command side, as it came. */
    public <T> T hand(Address address, String mediaType, byte[] file, Class<T> answer, Locale language) {
        return posted(commands, address, mediaType, file, null, answer, language);
    }

    /** Asks the query side about a file, as it came. It records nothing. */
    public <T> T inquire(Address address, String mediaType, byte[] file, Class<T> answer, Locale language) {
        return posted(questions, address, mediaType, file, null, answer, language);
    }

    private <T> T posted(
            URI side, Address address, Object body, @Nullable UUID once, Class<T> answer, Locale language) {
        var bytes = JSON.writeValueAsBytes(body);
        return posted(side, address, MediaType.APPLICATION_JSON_VALUE, bytes, once, answer, language);
    }

    private <T> T posted(
            URI side,
            Address address,
            String mediaType,
            byte[] body,
            @Nullable UUID once,
            Class<T> answer,
            Locale language) {
        return client.post()
                .uri(side.resolve(address.path()))
                .accept(MediaType.APPLICATION_JSON)
                .header(HttpHeaders.ACCEPT_LANGUAGE, language.toLanguageTag())
                .header(HttpHeaders.CONTENT_TYPE, mediaType)
                .headers(headers -> {
                    if (once != null) {
                        headers.set("Idempotency-Key", once.toString());
                    }
                })
                .body(body)
                .exchange((_, response) -> read(response, answer));
    }

    private static <T> T read(ClientHttpResponse response, Class<T> answer) throws IOException {
        var body = response.getBody().readAllBytes();
        if (response.getStatusCode().is2xxSuccessful()) {
            return JSON.readValue(body, answer);
        }
        throw declined(response, body);
    }

    private static ApiDeclined declined(ClientHttpResponse response, byte[] body) throws IOException {
        return new ApiDeclined(response.getStatusCode(), problem(body));
    }

    private static ApiDeclined.Problem problem(byte[] body) {
        try {
            return JSON.readValue(body, ApiDeclined.Problem.class);
        } catch (JacksonException _) {
            return ApiDeclined.Problem.NOT_TOLD;
        }
    }
}
