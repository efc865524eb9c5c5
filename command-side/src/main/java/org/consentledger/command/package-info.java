/** Decides: takes commands over HTTP, holds them against the rules and records what became of them as events. */
@NullMarked
package org.consentledger.command;

import org.jspecify.annotations.NullMarked;
