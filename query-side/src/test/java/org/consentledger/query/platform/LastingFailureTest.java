package org.consentledger.query.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.axonframework.serialization.SerializationException;
import org.consentledger.ledger.serializer.NotOfThisRelease;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.transaction.CannotCreateTransactionException;

class LastingFailureTest {
    private static final String SAID = "Failing row contains (山田太郎)";

    private static RuntimeException ofDatabase(String state) {
        return new IllegalStateException(
                SAID, new DataIntegrityViolationException(SAID, new SQLException(SAID, state)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"22P05", "22021", "23502", "23514", "54000"})
    @DisplayName("データそのものが受け付けられなければ、何度試しても同じ")
    void lastsWhereTheDatabaseDoesNotTakeTheData(String state) {
        assertThat(LastingFailure.of(ofDatabase(state)))
                .get()
                .satisfies(failure -> assertThat(failure.cause())
                        .startsWith("java.sql.SQLException (SQLSTATE " + state + ") at "
                                + LastingFailureTest.class.getName())
                        .doesNotContain("山田", SAID));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "08006", "23505", "25006", "40001", "40P01", "42P01", "53100", "53300", "55P03", "57014", "57P01",
                "XX000"
            })
    @DisplayName("データベースの故障や混雑は、過ぎ去りうる。行が既にあることは、事実のせいではない")
    void mayPassWhereTheDatabaseIsUnwell(String state) {
        assertThat(LastingFailure.of(ofDatabase(state))).isEmpty();
    }

    @Test
    void mayPassWithoutAConnectionOrMemory() {
        assertThat(LastingFailure.of(new SQLException(SAID))).isEmpty();
        assertThat(LastingFailure.of(new DataAccessResourceFailureException(SAID)))
                .isEmpty();
        assertThat(LastingFailure.of(new CannotCreateTransactionException(SAID)))
                .isEmpty();
        assertThat(LastingFailure.of(new IllegalStateException(new OutOfMemoryError(SAID))))
                .isEmpty();
        assertThat(LastingFailure.of(new IllegalStateException(new InterruptedException(SAID))))
                .isEmpty();
    }

    @Test
    void lastsWhereTheEventCannotBeReadOrIsNotKnown() {
        assertThat(LastingFailure.of(new SerializationException(SAID, new IllegalArgumentException(SAID))))
                .get()
                .satisfies(failure -> assertThat(failure.cause())
                        .startsWith("java.lang.IllegalArgumentException at ")
                        .doesNotContain(SAID));
        assertThat(LastingFailure.of(new NotOfThisRelease("agreement.EditionUnheardOf", "1")))
                .isPresent();
    }
}
