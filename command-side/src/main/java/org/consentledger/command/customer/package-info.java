/** Customers leave the service (退会); legal holds stand on them; their personal data are erased (消去). */
@NullMarked
package org.consentledger.command.customer;

import org.jspecify.annotations.NullMarked;
