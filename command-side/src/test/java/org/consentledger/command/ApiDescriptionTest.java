package org.consentledger.command;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ApiDescriptionTest {
    private static final RunningCommandSide PRODUCT = new RunningCommandSide();

    @AfterAll
    static void stop() {
        PRODUCT.close();
    }

    @Test
    void describesThePathsOfTheContract() {
        var api = PRODUCT.get("/v3/api-docs").json();

        assertThat(api.path("paths").propertyNames())
                .containsExactlyInAnyOrder(
                        "/api/v1/terms",
                        "/api/v1/terms/{termsId}/editions/{number}",
                        "/api/v1/terms/{termsId}/editions/{number}/notices",
                        "/api/v1/terms/{termsId}/editions/{number}/publication",
                        "/api/v1/terms/{termsId}/editions/{number}/withdrawal",
                        "/api/v1/customers/{customerId}/acceptances",
                        "/api/v1/customers/{customerId}/refusals",
                        "/api/v1/customers/{customerId}/consents",
                        "/api/v1/customers/{customerId}/annulments",
                        "/api/v1/customers/{customerId}/departure",
                        "/api/v1/customers/{customerId}/legal-holds",
                        "/api/v1/customers/{customerId}/legal-holds/{holdId}/release",
                        "/api/v1/customers/{customerId}/erasure",
                        "/api/v1/customers/{customerId}/erasure/{erasureId}/approval",
                        "/api/v1/customers/{customerId}/provisions",
                        "/api/v1/customers/{customerId}/requests",
                        "/api/v1/customers/{customerId}/requests/{requestId}/identity-check",
                        "/api/v1/customers/{customerId}/requests/{requestId}/fee",
                        "/api/v1/customers/{customerId}/requests/{requestId}/decision",
                        "/api/v1/customers/{customerId}/requests/{requestId}/completion",
                        "/api/v1/customers/{customerId}/requests/{requestId}/lifting",
                        "/api/v1/terms/{termsId}/presentations",
                        "/ledger/timestamps",
                        "/api/v1/terms/texts",
                        "/api/v1/terms/{termsId}/editions/{number}/tables",
                        "/api/v1/imports",
                        "/api/v1/imports/{importId}",
                        "/api/v1/imports/{importId}/rejects");
        var accept = api.path("paths")
                .path("/api/v1/customers/{customerId}/acceptances")
                .path("post");
        assertThat(accept.path("responses").propertyNames()).containsExactly("201");
        assertThat(accept.path("parameters").path(1).path("name").asString()).isEqualTo("Idempotency-Key");
        assertThat(accept.path("parameters").path(1).path("schema").path("type").asString())
                .isEqualTo("string");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/api/v1/terms/%", "/api/v1/%zz", "/api/v1/terms/..%2f..", "/api/v1/customers/a%00b/refusals"})
    void answersAPathThatIsNoneWithAProblem(String path) {
        String answer =
                PRODUCT.raw("POST " + path + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Length: 0\r\n\r\n");
        assertThat(answer)
                .startsWith("HTTP/1.1 400")
                .contains("Content-Type: application/problem+json")
                .contains("\"code\":\"MALFORMED\"");
    }

    @Test
    void knowsNoErrorPage() {
        assertThat(PRODUCT.get("/error").text("code")).isEqualTo("PATH_UNKNOWN");
    }
}
