package org.consentledger.benchmarks.yardsticks;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Answers what a table says of a customer, by one look-up in one index: the last row that was known and valid then. Somebody
 * else fills the table; nothing is computed, and nobody's right to ask is looked at.
 */
final class IndexLookUpServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    private static final String FIND = "select body from answer where customer_id = ? and known_from <= ?"
            + " and valid_from <= ? order by known_from desc limit 1";

    private final transient DataSource database;

    IndexLookUpServlet(DataSource database) {
        this.database = database;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        var customerId = CustomerPath.customerId(request);
        var at = request.getParameter("at");
        var knownAt = request.getParameter("knownAt");
        var found = find(customerId, OffsetDateTime.parse(knownAt), OffsetDateTime.parse(at));
        response.setContentType("application/json");
        response.getOutputStream()
                .write(("{\"customerId\":\"" + customerId + "\",\"at\":\"" + at + "\",\"knownAt\":\"" + knownAt
                                + "\",\"standing\":" + found + "}")
                        .getBytes(StandardCharsets.UTF_8));
    }

    private @Nullable String find(String customerId, OffsetDateTime knownAt, OffsetDateTime at)
            throws ServletException {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(FIND)) {
            statement.setString(1, customerId);
            statement.setObject(2, knownAt);
            statement.setObject(3, at);
            try (var row = statement.executeQuery()) {
                return row.next() ? row.getString(1) : null;
            }
        } catch (SQLException e) {
            throw new ServletException(e);
        }
    }
}
