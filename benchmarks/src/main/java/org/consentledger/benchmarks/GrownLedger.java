package org.consentledger.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import java.util.SplittableRandom;
import org.consentledger.benchmarks.generated.DataSet;

/**
 * A product on a generated ledger to which this benchmark adds acceptances. So these ledgers are kept apart from those that
 * other benchmarks compare with what was generated.
 */
final class GrownLedger implements AutoCloseable {
    private static final String KEPT_IN = "bench-grown";

    private final DataSet set;
    private final ProductProcess product;
    private final ProductDatabase database;
    private final GeneratedQuestions questions;
    private final ProductAcceptances acceptances;
    private final Map<String, String> authorization;

    private GrownLedger(DataSet set, ProductProcess product, ProductDatabase database, LoadClients clients)
            throws IOException {
        this.set = set;
        this.product = product;
        this.database = database;
        this.questions = new GeneratedQuestions(set, clients);
        this.acceptances = ProductAcceptances.ofGenerated(product, clients);
        this.authorization = Map.of("Authorization", product.tokens().apply("support"));
    }

    /** Starts the product, and waits until its projections have caught up. */
    static GrownLedger start(DataSet set, Path parent, int heapMegabytes, LoadClients clients)
            throws IOException, SQLException, InterruptedException {
        var product = ProductProcess.startOn(set, parent.resolve(KEPT_IN), heapMegabytes);
        AtExit.close(product);
        return on(set, product, clients);
    }

    /** The same where the product runs already. */
    static GrownLedger on(DataSet set, ProductProcess product, LoadClients clients) throws IOException, SQLException {
        var database = ProductDatabase.of(product);
        database.awaitProjections();
        return new GrownLedger(set, product, database, clients);
    }

    int customers() {
        return set.customers();
    }

    ProcessHandle process() {
        return product.process();
    }

    ProductDatabase database() {
        return database;
    }

    String heap() {
        return product.heap();
    }

    /** How many there are now. */
    long leaves() throws SQLException {
        return database.number("select size from ledger.tree");
    }

    Runnable standing(String client) {
        return questions.standing(client, product.questions(), authorization);
    }

    Runnable permission(String client) {
        return questions.permission(client, product.questions(), authorization);
    }

    /**
     * Acceptances of the last edition, by turns of a new customer and of one of the ledger who is picked at random.
     *
     * @param run a name that no other run on this ledger has
     */
    Runnable acceptance(String run, String client) {
        var random = new SplittableRandom((run + client).hashCode());
        var ofNew = acceptances.requests(product.commands(), run + "-" + client);
        var ofKnown = acceptances.requests(product.commands(), DataSet.CUSTOMERS);
        return new Runnable() {
            private long sent;

            @Override
            public void run() {
                var answer = sent % 2 == 0
                        ? ofNew.send(sent, 0)
                        : ofKnown.send(random.nextInt(set.customers()), random.nextLong(Long.MAX_VALUE));
                sent++;
                if (!answer.contains("\"receipt\":\"")) {
                    throw new IllegalStateException("no receipt: " + answer);
                }
            }
        };
    }

    @Override
    public void close() throws IOException, SQLException {
        database.close();
        product.close();
    }
}
