/** Tests of drafts made of printed comparison tables. */
@NullMarked
package org.consentledger.comparison.printed;

import org.jspecify.annotations.NullMarked;
