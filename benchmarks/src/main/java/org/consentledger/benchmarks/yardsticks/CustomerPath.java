package org.consentledger.benchmarks.yardsticks;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** What the services have in common of HTTP: {@code /api/v1/customers/ID/…}. */
final class CustomerPath {
    private static final int CUSTOMER = 4;

    private CustomerPath() {}

    static String customerId(HttpServletRequest request) {
        return request.getRequestURI().split("/", -1)[CUSTOMER];
    }

    static void created(HttpServletResponse response, UUID recordId) throws IOException {
        response.setStatus(HttpServletResponse.SC_CREATED);
        response.setContentType("application/json");
        response.getOutputStream().write(("{\"recordId\":\"" + recordId + "\"}").getBytes(StandardCharsets.UTF_8));
    }
}
