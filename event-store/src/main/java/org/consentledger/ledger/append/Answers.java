package org.consentledger.ledger.append;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the units of a group are told. */
final class Answers {
    private static final Logger LOG = LoggerFactory.getLogger(Answers.class);

    private Answers() {}

    /** Fails those of them that have no answer yet. */
    static void refuse(List<UnitToAppend> units, RuntimeException why) {
        units.forEach(unit -> unit.refuse(why));
    }

    /** The group is stored: each of its units is told its place once the signer is done. */
    static void stored(PlacedGroup placed, Signing signing) {
        var covering = cover(placed, signing);
        for (var unit : placed.units()) {
            unit.unit().stored(unit.firstPosition(), placed.recordedAt(), covering);
        }
    }

    /** The group is stored, so nothing that the signer may do wrong turns into a failed command. */
    private static CompletableFuture<Optional<Covering>> cover(PlacedGroup placed, Signing signing) {
        try {
            return signing.cover(placed.committed());
        } catch (RuntimeException e) {
            LOG.error("the signer did not take size {}", placed.growth().size(), e);
            return CompletableFuture.completedFuture(Optional.empty());
        }
    }

    static void rollback(Connection connection) {
        try {
            connection.rollback();
        } catch (SQLException e) {
            LOG.warn("the connection was lost before the rollback, which it amounts to", e);
        }
    }
}
