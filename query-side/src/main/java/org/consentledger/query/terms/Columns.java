package org.consentledger.query.terms;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.consentledger.events.EventMapper;
import org.consentledger.events.terms.ProvisionMatch;
import org.consentledger.events.terms.PurposeOfUse;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Values as the columns keep them. */
final class Columns {
    private static final JsonMapper JSON = EventMapper.create();
    private static final TypeReference<List<PurposeOfUse>> PURPOSES = new TypeReference<>() {};
    private static final TypeReference<List<ProvisionMatch>> MATCHES = new TypeReference<>() {};

    private Columns() {}

    static OffsetDateTime time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    static Instant time(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    static String toJson(Object value) {
        return JSON.writeValueAsString(value);
    }

    static <T> T fromJson(String json, Class<T> type) {
        return JSON.readValue(json, type);
    }

    static List<PurposeOfUse> purposes(String json) {
        return JSON.readValue(json, PURPOSES);
    }

    static List<ProvisionMatch> matches(String json) {
        return JSON.readValue(json, MATCHES);
    }
}
