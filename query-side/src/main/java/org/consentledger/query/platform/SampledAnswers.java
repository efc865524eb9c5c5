package org.consentledger.query.platform;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Questions by which two generations of a projection are compared before the one takes the other's place. */
public interface SampledAnswers {
    /** How many questions are enough; the projection stands still while they are put to both generations. */
    int MANY = 200;

    /** Whose generations are compared. */
    String projection();

    /** Some questions about what is in the generation that is read now; they name no person. */
    List<String> questions();

    /** Whom a question is about; {@code null} for none, or for more than one. */
    default @Nullable String customer(String question) {
        return null;
    }

    /** Whether what is recorded of customers is part of any answer. */
    default boolean isOfCustomers() {
        return true;
    }

    /** What the generation that is read now answers, at the latest; equal for equal answers. */
    Object answer(String question);
}
