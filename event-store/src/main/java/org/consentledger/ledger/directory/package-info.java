/** The ledger as a directory of files in open formats: which file holds what, in which one form. */
@NullMarked
package org.consentledger.ledger.directory;

import org.jspecify.annotations.NullMarked;
