/** Of which customers, whose identifiers begin like this, is anything on record? */
@NullMarked
package org.consentledger.query.customers;

import org.jspecify.annotations.NullMarked;
