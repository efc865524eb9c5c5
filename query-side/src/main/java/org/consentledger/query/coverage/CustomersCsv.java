package org.consentledger.query.coverage;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.consentledger.query.coverage.FindCoverage.Asked;
import org.consentledger.query.coverage.FindCoverage.Item;
import org.springframework.http.HttpHeaders;

/** Writes customers as CSV (RFC 4180) while they are read. No identifier needs quotes, and no sheet takes one for a formula. */
final class CustomersCsv {
    static final String MEDIA_TYPE = "text/csv";
    private static final String END_OF_LINE = "\r\n";

    private final HttpServletResponse response;
    private final Asked asked;

    CustomersCsv(HttpServletResponse response, Asked asked) {
        this.response = response;
        this.asked = asked;
    }

    /** @param ledgerSize with how many leaves of the ledger the list agrees */
    void begin(long ledgerSize) {
        response.setContentType(MEDIA_TYPE + ";charset=UTF-8;header=present");
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                "attachment; filename=\"" + asked.termsId() + "-" + asked.number() + "-as-of-" + ledgerSize + ".csv\"");
        write("customerId,state" + END_OF_LINE);
    }

    void line(Item item) {
        write(item.customerId() + "," + item.state() + END_OF_LINE);
    }

    private void write(String text) {
        try {
            response.getOutputStream().print(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
