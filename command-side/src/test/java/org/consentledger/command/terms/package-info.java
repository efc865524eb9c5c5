/** Tests of the slice. */
@NullMarked
package org.consentledger.command.terms;

import org.jspecify.annotations.NullMarked;
