/** Holds the language and the heart to their purity. */
@NullMarked
package org.consentledger;

import org.jspecify.annotations.NullMarked;
