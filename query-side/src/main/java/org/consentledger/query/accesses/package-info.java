/** Who looked at a customer's data? Every question that answers with it says so here first. */
@NullMarked
package org.consentledger.query.accesses;

import org.jspecify.annotations.NullMarked;
