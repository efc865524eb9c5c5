/** Customers accept (同意) or refuse (不同意) editions of terms. */
@NullMarked
package org.consentledger.command.agreement;

import org.jspecify.annotations.NullMarked;
