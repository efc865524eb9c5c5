/** Does an answer hold, what is it made of, and what is handed to a court? */
@NullMarked
package org.consentledger.console.legal;

import org.jspecify.annotations.NullMarked;
