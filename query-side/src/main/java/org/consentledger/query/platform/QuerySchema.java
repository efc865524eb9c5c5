package org.consentledger.query.platform;

import javax.sql.DataSource;
import org.consentledger.ledger.schema.SchemaMigration;
import org.springframework.stereotype.Component;

/** The tables of all projections, in a schema of their own; they are there before any projection runs. */
@Component
class QuerySchema {
    QuerySchema(DataSource dataSource) {
        new SchemaMigration(dataSource, "query");
    }
}
