/** Records that were entered by mistake are annulled; the slices that own them decide. */
@NullMarked
package org.consentledger.command.annulment;

import org.jspecify.annotations.NullMarked;
