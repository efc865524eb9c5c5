package org.consentledger.benchmarks.yardsticks;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import javax.sql.DataSource;
import tools.jackson.databind.json.JsonMapper;

/** A row of each agreement, inserted or updated in a transaction a request, with Envers and its defaults for the history. */
final class EnversServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final JsonMapper JSON = JsonMapper.shared();

    private final transient EntityManagerFactory entities;
    private final transient InstantSource clock = InstantSource.system();

    EnversServlet(DataSource database) {
        this.entities = Entities.on(database, List.of(AgreementEntity.class));
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var acceptance = JSON.readValue(request.getInputStream(), Acceptance.class);
        var id = "agreement:" + acceptance.termsId() + ":" + CustomerPath.customerId(request);
        entities.runInTransaction(manager -> store(manager, id, acceptance));
        CustomerPath.created(response, UuidCreator.getTimeOrderedEpoch());
    }

    private void store(EntityManager manager, String id, Acceptance acceptance) {
        var known = manager.find(AgreementEntity.class, id);
        var agreement = known == null ? new AgreementEntity(id) : known;
        agreement.accept(acceptance, clock.instant());
        if (known == null) {
            manager.persist(agreement);
        }
    }
}
