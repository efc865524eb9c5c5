/** Tests of the slice. */
@NullMarked
package org.consentledger.command.drafting;

import org.jspecify.annotations.NullMarked;
