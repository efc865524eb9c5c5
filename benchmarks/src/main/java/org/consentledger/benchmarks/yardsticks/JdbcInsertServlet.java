package org.consentledger.benchmarks.yardsticks;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.sql.SQLException;
import java.util.UUID;
import javax.sql.DataSource;

/**
 * Takes an acceptance and stores it: one INSERT, one commit. It looks into nothing, and answers no more than an id. The one
 * index of its table finds what a customer accepted.
 */
final class JdbcInsertServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    private static final String TABLE = """
            create table acceptance (
                customer_id text        not null,
                record_id   uuid        not null,
                recorded_at timestamptz not null default clock_timestamp(),
                body        bytea       not null,
                primary key (customer_id, record_id)
            )""";

    private static final String INSERT = "insert into acceptance (customer_id, record_id, body) values (?, ?, ?)";

    private final transient DataSource database;
    private final int storedBytes;

    /** @param storedBytes of each body, which is repeated where it is shorter */
    JdbcInsertServlet(DataSource database, int storedBytes) throws SQLException {
        this.database = database;
        this.storedBytes = storedBytes;
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(TABLE);
        }
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        var recordId = UuidCreator.getTimeOrderedEpoch();
        insert(
                CustomerPath.customerId(request),
                recordId,
                stored(request.getInputStream().readAllBytes()));
        CustomerPath.created(response, recordId);
    }

    private void insert(String customerId, UUID recordId, byte[] body) throws ServletException {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(INSERT)) {
            statement.setString(1, customerId);
            statement.setObject(2, recordId);
            statement.setBytes(3, body);
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new ServletException(e);
        }
    }

    private byte[] stored(byte[] body) {
        var bytes = new byte[storedBytes];
        for (int at = 0; at < storedBytes; at += body.length) {
            System.arraycopy(body, 0, bytes, at, Math.min(body.length, storedBytes - at));
        }
        return bytes;
    }
}
