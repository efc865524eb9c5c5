package org.consentledger.benchmarks.yardsticks;

import jakarta.persistence.EntityManagerFactory;
import java.util.List;
import javax.sql.DataSource;
import org.hibernate.cfg.JdbcSettings;
import org.hibernate.jpa.HibernatePersistenceConfiguration;
import org.hibernate.tool.schema.Action;

/** Hibernate with its own defaults. */
final class Entities {
    private Entities() {}

    /** Makes their tables, too. */
    static EntityManagerFactory on(DataSource database, List<Class<?>> entities) {
        return new HibernatePersistenceConfiguration("yardstick")
                .property(JdbcSettings.JAKARTA_NON_JTA_DATASOURCE, database)
                .schemaToolingAction(Action.CREATE)
                .managedClasses(entities)
                .createEntityManagerFactory();
    }
}
