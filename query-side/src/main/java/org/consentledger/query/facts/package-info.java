/** What was known of a customer and of terms, for every question that {@code standing} answers; and its reasons in words. */
@NullMarked
package org.consentledger.query.facts;

import org.jspecify.annotations.NullMarked;
