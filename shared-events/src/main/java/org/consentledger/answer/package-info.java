/** What the standing of a customer says to people and to clients. */
@NullMarked
package org.consentledger.answer;

import org.jspecify.annotations.NullMarked;
