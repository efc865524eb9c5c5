/** Questions asked over HTTP about events in a real ledger. */
@NullMarked
package org.consentledger.query;

import org.jspecify.annotations.NullMarked;
