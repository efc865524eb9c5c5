/**
 * What every slice of the command side needs and none of them owns: the road to the ledger, what it
 * tells, and the ways to say no.
 */
@NullMarked
package org.consentledger.command.platform;

import org.jspecify.annotations.NullMarked;
