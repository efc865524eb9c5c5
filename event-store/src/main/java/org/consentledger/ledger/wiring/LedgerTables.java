package org.consentledger.ledger.wiring;

import javax.sql.DataSource;
import org.consentledger.ledger.schema.SchemaMigration;

/** The database of the ledger, migrated and checked. */
record LedgerTables(DataSource dataSource, SchemaMigration migration) {}
