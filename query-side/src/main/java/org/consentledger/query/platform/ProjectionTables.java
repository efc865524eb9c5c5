package org.consentledger.query.platform;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What a projection keeps; decision 31. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface ProjectionTables {
    /** The names of its tables, none of which another projection has. */
    String[] value();

    /** Grows with each change of what the same events come to; the rows are then made anew, beside the old ones. */
    int version() default 1;
}
