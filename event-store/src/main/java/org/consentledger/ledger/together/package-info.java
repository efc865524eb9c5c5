/** What threads ask of the database at about the same time, asked once for all of them. */
@NullMarked
package org.consentledger.ledger.together;

import org.jspecify.annotations.NullMarked;
