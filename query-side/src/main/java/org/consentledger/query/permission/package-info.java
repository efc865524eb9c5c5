/** May this customer's data be used for this purpose at that time, as known at that time? */
@NullMarked
package org.consentledger.query.permission;

import org.jspecify.annotations.NullMarked;
