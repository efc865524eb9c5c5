/** Who looked at this customer's data, when and why? */
@NullMarked
package org.consentledger.console.accesses;

import org.jspecify.annotations.NullMarked;
