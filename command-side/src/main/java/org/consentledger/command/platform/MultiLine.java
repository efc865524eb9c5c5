package org.consentledger.command.platform;

import com.fasterxml.jackson.annotation.JacksonAnnotationsInside;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import tools.jackson.databind.annotation.JsonDeserialize;

/**
 * Marks a text that may hold tabs, line breaks and page breaks. Other control characters stay forbidden, as in every
 * string.
 */
@Documented
@JacksonAnnotationsInside
@JsonDeserialize(using = ContractTypes.MultiLineText.class)
@Target({ElementType.RECORD_COMPONENT, ElementType.FIELD, ElementType.PARAMETER})
@Retention(RetentionPolicy.RUNTIME)
public @interface MultiLine {
    /** The control characters that are white space to Unicode, too. */
    String ALLOWED = "\t\n\u000b\f\r\u0085";
}
