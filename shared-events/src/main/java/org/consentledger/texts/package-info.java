/** Puts what people read into Japanese and English. */
@NullMarked
package org.consentledger.texts;

import org.jspecify.annotations.NullMarked;
