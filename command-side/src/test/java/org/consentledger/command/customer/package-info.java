/** Tests of the slice. */
@NullMarked
package org.consentledger.command.customer;

import org.jspecify.annotations.NullMarked;
