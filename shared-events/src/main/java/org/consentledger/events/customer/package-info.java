/** What happened between a customer and the provider, whatever the terms. */
@NullMarked
package org.consentledger.events.customer;

import org.jspecify.annotations.NullMarked;
