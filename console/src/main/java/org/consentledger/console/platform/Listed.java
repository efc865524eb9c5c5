package org.consentledger.console.platform;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A part of a list as an API answers it. */
public interface Listed<T> {
    List<T> items();

    /** The cursor of the part that follows; {@code null} at the end. */
    @Nullable
    String next();
}
