package org.consentledger.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.Map;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.ParseException;
import org.apache.hc.core5.http.io.entity.EntityUtils;
import org.apache.hc.core5.http.io.entity.StringEntity;

/**
 * The clients of a load, each on a connection that it keeps while the server does. They block and look into nothing, since
 * they share the machine with what they measure.
 */
final class LoadClients implements AutoCloseable {
    private static final int FIRST_FAILURE = 300;

    private final CloseableHttpClient http;

    /** @param most of them at once */
    LoadClients(int most) {
        this.http = HttpClients.custom()
                .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                        .setMaxConnTotal(most)
                        .setMaxConnPerRoute(most)
                        .build())
                .disableAutomaticRetries()
                .disableRedirectHandling()
                .disableCookieManagement()
                .disableAuthCaching()
                .disableContentCompression()
                .build();
    }

    /** @throws IllegalStateException where it is answered with anything but success */
    String post(URI address, Map<String, String> headers, String json) {
        var request = new HttpPost(address);
        request.setEntity(new StringEntity(json, ContentType.APPLICATION_JSON));
        return answer(request, headers);
    }

    /** As above. */
    String get(URI address, Map<String, String> headers) {
        return answer(new HttpGet(address), headers);
    }

    private String answer(HttpUriRequestBase request, Map<String, String> headers) {
        headers.forEach(request::setHeader);
        try {
            return http.execute(request, LoadClients::text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(ClassicHttpResponse response) throws IOException, ParseException {
        var text = response.getEntity() == null ? "" : EntityUtils.toString(response.getEntity());
        if (response.getCode() >= FIRST_FAILURE) {
            throw new IllegalStateException(response.getCode() + " " + text);
        }
        return text;
    }

    @Override
    public void close() throws IOException {
        http.close();
    }
}
