/** Tests of the slice. */
@NullMarked
package org.consentledger.command.agreement;

import org.jspecify.annotations.NullMarked;
