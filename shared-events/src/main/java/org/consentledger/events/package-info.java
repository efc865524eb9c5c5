/** The language that both sides share: facts that happened, stored under stable names. */
@NullMarked
package org.consentledger.events;

import org.jspecify.annotations.NullMarked;
