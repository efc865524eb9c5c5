/** Customers leave the service (退会). */
@NullMarked
package org.consentledger.command.customer;

import org.jspecify.annotations.NullMarked;
